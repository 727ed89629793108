"""A name bound in a class and in a function around it, as annotation scopes and what stands in them see it."""
def f():
    T = "outer"
    class C:
        T = "class"
        def meth[T](self, a: T): return T
        class D[U](list): 
            x = T
        def g[U: T](self, a: T): return T
        type A = T
        def m(self): return T
        type B[T] = (T, (lambda: T)())
    return C
C = f()
print(C.meth.__annotations__, C.D.x, C.g.__annotations__, C.A.__value__, C.g.__type_params__[0].__bound__, C().m(), C.B.__value__)
def f2():
    T = "outer"
    class C:
        locals()["T"] = "dyn"
        def g[U: T](self, a: T): return T
        type A = T
        type B = [T for _ in range(1)]
        type B2[T] = [T for _ in range(1)]
        y = T
    return C
C = f2()
print(C.g.__annotations__, C.A.__value__, C.g.__type_params__[0].__bound__, C().g(1), C.y, C.B.__value__,C.B2.__value__)
def f3():
    T = "outer"
    class C:
        nonlocal T
        T = "assigned"
        def g[U: T](self, a: T): return T
        type A = T
    return C
C = f3()
print(C.g.__annotations__, C.A.__value__, C.g.__type_params__[0].__bound__, C().g(1))
T = "global"
def f5():
    T = "outer"
    class C:
        T = 1
        def g[U: T](self, a: T): return T
        type A = T
        del T
        type A2 = T
    return C
C=f5()
print(C.g.__annotations__, C.A.__value__, C.A2.__value__, C.g.__type_params__[0].__bound__, C().g(1))


def f6():
    class Namespace(dict):
        def __missing__(self, key):
            if key == "T":
                return "missing"
            raise KeyError(key)

    class Meta(type):
        def __prepare__(name, bases):
            return Namespace()

        def __new__(meta, name, bases, namespace):
            return super().__new__(meta, name, bases, dict(namespace))

    T = "outer"

    class C(metaclass=Meta):
        def g[U: (T, 1)](self, a: T, b: (lambda: T)()): return T
        type A = (T, (lambda: T)(), [T for _ in "x"])
        class D[U: T](list):
            y = T
            def m[V](self, a: T): return T

    return C


C = f6()
print(C.g.__annotations__, C().g(1, 2), C.g.__type_params__[0].__constraints__, C.A.__value__)
print(C.D.y, C.D.__type_params__[0].__bound__, C.D.m.__annotations__, C.D().m(1))


def f7():
    T = str

    class C:
        T = int
        class D[U](T):
            x = T
    return C


print(f7().D.__bases__, f7().D.x)


def f8():
    class C:
        try:
            def g[U](self, a: late): return late
        except NameError as error:
            print(error)
        type A = late

    try:
        C.A.__value__
    except NameError as error:
        print(error)
    late = 1
    return C.A.__value__


print(f8())
