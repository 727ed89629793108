"""Conditional expressions bind looser than or; lambdas reach as far right as they can."""
print(1 if 0 else 2 if 0 else 3)
print((lambda: 1 if False else 2)())
print((lambda x: x or 5 if x else "falsy")(0))
f = lambda a, *b, c=1, **d: (a, b, c, d)
print(f(1), f(1, 2, c=3, e=4))
print([x if x % 2 else -x for x in range(4)])
print([y for y in (1, 2, 3) if (y if y > 1 else 0)])
g = lambda: (yield)
print(type(g()).__name__)
print((lambda *, k: k)(k=1), (lambda a, /, b: (a, b))(1, b=2))
print({1 if True else 2: 3 if False else 4})
print("a" if "b" else "c" + "d", ("a" if "" else "c") + "d")
x = 1 if True else print("never")
print(x)
pairs = [(i, (lambda n=i: n * 10)()) for i in range(3)]
print(pairs)
print(not (1 if 0 else 0), -1 if 0 else -2, *([1] if 1 else [2]))
for source in ("1 if 2", "if 1 else 2", "lambda: x = 1", "lambda (a, b): a", "lambda a=1, b: 1", "1 if 2 else", "lambda *: 1",
               "lambda **k, a: 1", "lambda a, a: 1", "x if yield else y", "1 if x = 2 else 3"):
    try:
        eval(source)
        print(source, "fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
