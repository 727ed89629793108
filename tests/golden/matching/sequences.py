def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, *rest]: return f"starts 1 {rest}"
        case (a, b): return f"pair {a} {b}"
        case [a, *_, z]: return f"ends {a} {z}"
        case _: return "no"
for x in ([], [5], [1, 2, 3], (2, 3), [4, 5, 6, 7], "ab", range(3), {1, 2}, b"ab", iter([1]), bytearray(b"a")):
    print(f(x))
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
