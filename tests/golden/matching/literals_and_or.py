def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "small"
        case -1: return "minus"
        case 1.5: return "float"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case 1 + 2j: return "complex"
        case _: return "other"
print([f(x) for x in (0, 1, 2, -1, 1.5, "ab", b"x", None, True, 1 + 2j, 1.0, "z", False)])
