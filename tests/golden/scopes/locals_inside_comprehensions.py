"""locals() in a comprehension of a function shows the function's names and the comprehension's."""


def f(a):
    b = 2
    inside = [sorted(locals()) for x in (1,)]
    print(inside)
    print(sorted(locals()))
    nested = [[sorted(k for k in locals()) for y in (1,)] for x in (1,)]
    print(nested)
    print([x for x in (1, 2)], "x" in locals())
    generator = (sorted(locals()) for z in (1,))
    print(list(generator))
    print({k: v for k, v in locals().items() if k in "ab"})
    print([(lambda: sorted(locals()))() for q in (1,)])
    print([eval("q * 10") for q in (1, 2)])


f(1)
print([k for k in ("a", "x") if k in globals()])
x = "global"
print([x for x in "ab"], x)
print([sorted(n for n in locals() if n in ("x", "w")) for w in (1,)])


class C:
    y = 1
    inside = [sorted(k for k in locals() if not k.startswith("__")) for i in (1,)]
    print(inside)


def cell():
    functions = [lambda: i for i in range(3)]
    i = "outer"
    return [g() for g in functions], i


print(cell())
