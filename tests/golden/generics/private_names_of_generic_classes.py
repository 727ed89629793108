"""In bases, bounds and keywords of a generic class only its type parameters are private names of the class."""


class __Base:
    def __init_subclass__(cls, **keywords):
        cls.keywords = keywords


class Derived[T](__Base, __keyword=1, other=2):
    pass


print(Derived.__bases__, Derived.keywords)


def keep(value):
    return type("Base", (), {"value": value})


class __X:
    pass


class Y[T: __X, U = __X](keep(lambda: __X), keep([__X for _ in (1,)]), keep(__X for _ in (1,))):
    pass


print([p for p in Y.__type_params__], Y.__type_params__[0].__bound__, Y.__type_params__[1].__default__)
print(Y.__bases__[0].value(), Y.__bases__[1].value, list(Y.__bases__[2].value))


class Foo[__T, __U: __T](keep(__T), keep(lambda: __T)):
    param = __T

    def method[__V](self, a: __T, b: __V):
        return __T, __V

    type Alias[__V] = (__T, __V)


print(Foo.__type_params__, Foo.__type_params__[1].__bound__, Foo.param, Foo.__bases__[0].value, Foo.__bases__[1].value())
print(Foo.method.__annotations__, Foo().method(1, 2), Foo.Alias.__value__, Foo.Alias.__name__)


class Outer:
    __before = "before"

    class Inner[T]:
        __x = "inner"

    def plain[__W: __before, __Q](self, a: __W, b: (lambda: (__Q, 1))()):
        return __W

    type __A[__B] = (__B, __before)
    __after = "after"


print(Outer._Outer__before, Outer.Inner._Inner__x, Outer._Outer__after)
print(Outer.plain.__annotations__, Outer.plain.__type_params__[0].__bound__, Outer().plain(1, 2))
print(Outer._Outer__A.__value__, Outer._Outer__A.__name__)


def keywords(**given):
    return given


class Calls:
    def both(self):
        return keywords(__x=1), keywords(__x=1, **{"y": 2})

    def match(self):
        match self:
            case Calls(__private=found):
                return found


print(Calls().both())
calls = Calls()
calls.__dict__.update(__private="plain", _Calls__private="mangled")
print(calls.match())
try:
    class Nested:
        class Generic[T](__Missing):
            pass
except NameError as error:
    print(error)
