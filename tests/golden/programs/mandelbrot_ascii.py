for y in range(-6, 7):
    line = ""
    for x in range(-20, 9):
        z = c = complex(x / 10, y / 6)
        n = 0
        while abs(z) < 2 and n < 30:
            z = z * z + c
            n += 1
        line += " .:-=+*#%@"[n // 3 - (n == 30)]
    print(line.rstrip())
