"""Class bodies read free variables, globals and their own names dynamically, and never capture for methods."""
x = "global"


def f(x):
    class A:
        seen = x
        x = "class"
        also = x

        def m(self):
            return x

    class B:
        print(x)
        del_me = 1
        del del_me
        if False:
            x = 1

    class C:
        nonlocal x
        x = "changed by class"

    class D:
        global x
        y = x
        x = "set global"

    return A.seen, A.also, A().m(), x, D.y, hasattr(D, "x")


print(f("parameter"), x)


class Outer:
    a = 1

    class Inner:
        try:
            b = a
        except NameError as error:
            print(error)
        c = 2

    d = Inner.c
    e = [a for _ in "x"] if False else a
    f = lambda: a


print(Outer.d, Outer.e)
try:
    Outer.f()
except NameError as error:
    print(error)


def g():
    class K:
        locals()["made"] = 5
        print(made, sorted(k for k in locals() if not k.startswith("__")))
        __class__ = "own"
        print(__class__)
        for i in range(2):
            def method(self, i=i): return i
        while False: pass
        else: w = "else"
        try: 1 / 0
        except ZeroDivisionError as err: kept = type(err).__name__
        with open("/dev/null") as handle: pass
        import math as m
        type T = int
        [q := 1] if False else None
    return sorted(k for k in vars(K) if not k.startswith("__"))


print(g())


class Q:
    print(__module__, __qualname__, __name__ if "__name__" in globals() else "")
    __qualname__ = "Renamed"
    __module__ = "elsewhere"
    __doc__ = "given"


print(Q, Q.__doc__, Q.__module__)


def counter():
    n = 0

    class Counter:
        def up(self):
            nonlocal n
            n += 1
            return n

    return Counter()


c = counter()
print(c.up(), c.up())
