import colorsys

points = [(r / 4, g / 4, b / 4) for r in range(0, 5, 2) for g in range(5) for b in range(0, 5, 2)]
for name in ("yiq", "hls", "hsv"):
    there = getattr(colorsys, "rgb_to_" + name)
    back = getattr(colorsys, name + "_to_rgb")
    for point in points:
        result = there(*point)
        print(name, point, result, [round(part, 9) + 0.0 for part in back(*result)])
print(colorsys.hsv_to_rgb(1.25, 0.5, 0.5), colorsys.hls_to_rgb(-0.3, 0.4, 0.5))
