def f(x):
    print(x, end=" ")
    return x
d = {}
d[f(1)] = f(2)
l = [0, 0, 0]
l[f(0)], l[f(1)] = f("a"), f("b")
print(l)
{f("k1"): f("v1"), f("k2"): f("v2")}
print(f(1) + f(2) * f(3))
print([f(1), f(2)], (f(3), f(4)))
f(print)(f("x"), sep=f(","))
