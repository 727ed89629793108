def f(a, b=2, *c, d=4, **e):
    x = 1
    if False: y = 2
    def g(): return a
    return locals()
print(sorted(k for k in f(1)), f(1)["c"])
def snapshot():
    x = 1
    before = locals()
    x = 2
    after = locals()
    before["x"] = 99
    return before["x"], after["x"], x, before is after
print(snapshot())
def free():
    v = 5
    def inner():
        v
        return locals()
    return inner()
print(free())
class A:
    p = 1
    print(locals() is locals(), locals()["p"])
    q = locals
print(locals() is globals())
print((lambda z: locals())(3))
print(list(locals().keys() for w in (1,))[0] == {".0", "w"})
def deleted(a):
    del a
    return locals()
print(deleted(1))
