def f(x):
    match x:
        case n if n < 0: return "neg"
        case (a, b) if a == b: return "same"
        case [(1 | 2) as k, v]: return f"k={k} v={v}"
        case {"a": [_, _] as both}: return f"both {both}"
        case str(s) if len(s) > 3: return s.upper()
        case whole: return f"whole {whole}"
for x in (-5, 3):
    print(f(x))
def g(x):
    match x:
        case (a, b) if a == b: return "same"
        case [(1 | 2) as k, v]: return f"k={k} v={v}"
        case {"a": [_, _] as both}: return f"both {both}"
        case str(s) if len(s) > 3: return s.upper()
        case whole: return f"whole {whole}"
for x in ((1, 1), (1, 9), (3, 4), {"a": [5, 6]}, "long", "abc"):
    print(g(x))
