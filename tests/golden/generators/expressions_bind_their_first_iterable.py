"""The outermost iterable of a generator expression is evaluated at once, the rest lazily."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

n = 3
g = (x * n for x in range(n))
n = 10
print(list(g))
attempt(lambda: (x for x in 5))
attempt(lambda: (x for x in undefined))
g = (x for x in "ab" if undefined)
attempt(lambda: next(g))
g = (y for x in "ab" for y in undefined)
attempt(lambda: next(g))
data = [1, 2]
g = (x for x in data)
data.append(3)
data = [9]
print(list(g), sum(x for x in range(4)), max((x for x in "abc"), default=0), dict((k, 1) for k in "ab"), "".join(c for c in "xyz"), sorted(-x for x in range(3)), set(x % 2 for x in range(5)))
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]], list((lambda: i)() for i in range(3)))


class C:
    x = 5
    items = range(2)
    first = [x for x in items]
    try:
        second = [x + y for y in items]
    except NameError as error:
        print(error)
    third = list(zip(items, (i for i in items)))


print(C.first, C.x, C.third, hasattr(C, "second"))
print(type(g).__name__, g.__name__, g.__qualname__, g.gi_code.co_name, g.gi_code.co_varnames)
print([(x, y) for x in range(3) if x for y in range(x) if y < 2], [[y for y in range(x)] for x in range(3)], [x for x in [1, 2] for x in [x * 10]], {x: y for x, y in zip("ab", "cd")}, [x if x else "z" for x in (0, 1)])
