"""What a comprehension sees of classes, functions, and its own iterables; walrus; unpacking; evaluation order."""
x = "global"
print([x for x in range(2)], x, [y := i for i in range(3)], y, [(i, j) for i in range(2) for j in range(i + 1)], {i: j for i, j in zip("ab", "cd")}, {i % 2 for i in range(5)})


class C:
    x = "class"
    a = [x for _ in "a"]
    b = [x for _ in [x]]
    c = [i for i in [x]]
    d = [[x for _ in "a"] for _ in [x]]
    f = (lambda: x)()
    g = list(x for _ in "a")


print(C.a, C.b, C.c, C.d, C.f, C.g)


def f():
    x = "local"
    fs = [lambda: (x, i) for i in range(2)]
    gs = [(lambda i=i: (x, i)) for i in range(2)]
    total = 0
    [total := total + i for i in range(4)]
    return [h() for h in fs], [h() for h in gs], total, [x for x in "z"], x, any((hit := i) > 1 for i in range(4)) and hit


print(f())
print([i for i in range(5) if i if i % 2], [a for a, *_ in ["xy", "z"]], [k for k in {"a": 1}], [[i * j for j in range(3)] for i in range(3)], [i for sub in [[1], [2, 3]] for i in sub], sum([i for i in range(3)], start=10), [*(i for i in "ab"), *[1]], {**{k: 1 for k in "a"}}, [f"{i}" for i in range(2)], [i or "zero" for i in (0, 1)], [not i for i in (0, 1)], [(yield_, 1)[1] for yield_ in "a"])
for source in ("[x for x in y for]", "[x for x y]", "[for x in y]", "[x for]", "[x in y]", "[x, y for x in y]", "[*x for x in y]", "{**x for x in y}", "{x: y for x in y}", "{x: *y for x in y}", "{*x: y for x in y}", "{x for x in y, z}", "[x if y for x in z]", "[x for x in y if z else w]", "[x for x in y if z if w]", "(x for x in y), z", "[x for 1 in y]", "[x for f() in y]", "[x for x.a in y]", "[x for x[0] in y]", "[x for x, in y]", "[x for *x in y]", "[x for (x) in y]", "[x for x in *y]", "[x for x in y, z]", "[x for x in lambda: y]", "[x for x in y if lambda: z]", "[(yield x) for x in y]", "[x async for x in y]", "[await x for x in y]", "{x y for x in z}", "[x for x in (yield)]", "f(x for x in y, 1)", "[x := 1 for y in z]", "[(x, y) for x, y in z]", "[x for x in y] = 1", "[x for x in 1 if x else 2]", "[x for x in y or z]", "[x for x in y and z]", "[x for None in y]"):
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
