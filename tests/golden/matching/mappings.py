def f(x):
    match x:
        case {"type": "point", "x": x, "y": y}: return f"point {x} {y}"
        case {"type": t, **rest}: return f"{t} {rest}"
        case {1: [a, b]}: return f"list {a} {b}"
        case {}: return "dict"
        case _: return "no"
print(f({"type": "point", "x": 1, "y": 2, "z": 3}), f({"type": "c", "r": 1}), f({1: (2, 3)}), f({}), f({"k": 1}), f([]))
