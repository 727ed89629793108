x = "outer"
l = [x for x in range(3)]
print(x, l)
print([y for x in [[1, 2], [3]] for y in x], x)
print([[x + y for y in range(2)] for x in range(2)], x)
print([x for x in x], {x: x for x in "a"}, {x for x in "b"}, list(x for x in "c"))
def f():
    functions = [lambda: i for i in range(3)]
    return [g() for g in functions], [h() for h in [lambda i=i: i for i in range(3)]]
print(f())
try:
    i
except NameError as e:
    print(e)
def g():
    z = 5
    return [z for z in range(3)], z, [(lambda: z)() for _ in (1,)]
print(g())
