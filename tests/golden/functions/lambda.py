add = lambda a, b=1, *c, d=2, **e: (a, b, c, d, e)
print(add(1), add(1, 2, 3, d=4, x=5))
print((lambda: 1)(), (lambda x: lambda y: x + y)(1)(2))
print(sorted([3, 1, 2], key=lambda v: -v), list(map(lambda p: p[0] + p[1], [(1, 2), (3, 4)])))
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])
