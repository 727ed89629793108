x = "global"
def f():
    x = "enclosing"
    class A:
        print(x)
        x = "own"
        print(x)
        del x
        print(x)
    class B:
        if False: x = 1
        print(x)
    class C:
        y = x
        print(y)
f()
def g():
    class D:
        try:
            print(z)
        except NameError as e:
            print(e)
    z = 1
g()
class E:
    len = len
    print(len("abc"))
class F:
    print(__name__, __module__, __qualname__)
