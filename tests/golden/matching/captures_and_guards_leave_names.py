def describe(value):
    match value:
        case [x, y] if x == y:
            return "pair of equals"
        case [x, y]:
            return f"pair {x} {y}"
        case (1 | 2) as number:
            return f"small {number}"
        case {"k": [first, *others], **rest}:
            return f"{first} {others} {rest}"
        case str(text) if (n := len(text)) > 3:
            return f"long text {n}"
        case _ if value is None:
            return "none by guard"
    return f"nothing, but {sorted(name for name in locals() if name != 'value')}"


for value in ([1, 1], [1, 2], 2, {"k": [1, 2, 3], "z": 0}, {"k": []}, "abcdef", "abc", None, (), range(2)):
    print(value, "->", describe(value))
match [1, [2, [3]]]:
    case [a, [b, [c]]]:
        print(a, b, c)
match 5:
    case int() as whole if whole > 10:
        pass
print(whole)
match = case = _ = type = 1
print(match, case, _)
for source in ("match 1:\n case a: pass\n case b: pass", "match 1:\n case _: pass\n case 1: pass", "match 1:\n case a | b: pass", "match 1:\n case [a, a]: pass", "match 1:\n case {1: a, 1: b}: pass", "match 1:\n case {**a, 'b': 1}: pass", "match 1:\n case [*a, *b]: pass", "match 1:\n case f(x=1, x=2): pass", "match 1:\n case a.b: pass\n case -x: pass", "match 1:\n case 1 + 2: pass", "match 1:\n case f'x': pass", "match 1:\n case {a: 1}: pass", "match 1:\npass", "match 1:\n case 1 as _: pass", "match 1:\n case 1 + 2j | -3: print('fine')"):
    try:
        exec(source)
    except (SyntaxError, NameError) as error:
        print(source.encode(), "|", getattr(error, "msg", error))
