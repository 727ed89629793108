def g():
    x = (yield 1) + (yield 2)
    print("sum", x)
    print([(yield 3), (yield 4)])
    y = yield
    print("y", y)
i = g()
print(next(i), i.send(10), i.send(20), i.send("a"), i.send("b"))
print(next(i, "end"))
