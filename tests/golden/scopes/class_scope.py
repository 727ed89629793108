x = "module"
class A:
    x = "class"
    y = x
    def m(self):
        return x
    f = lambda self: x
    l = [x for i in range(1)]
    t = [i for i in (x,)]
print(A.y, A().m(), A().f(), A.l, A.t)
class B:
    print("body runs", __name__, __qualname__)
    for i in range(3):
        pass
print(B.i)
