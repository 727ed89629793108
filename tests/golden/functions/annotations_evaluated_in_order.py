"""Annotations are evaluated when the function is defined, after the defaults; names with underscores are mangled in classes."""
def show(value):
    print(value, end=" ")
    return value


def f(a: show("ann a") = show("default a"), *b: show("ann b"), c: show("ann c") = show("default c"), **d: show("ann d")) -> show("return"):
    pass


print()
print(f.__annotations__)


class C:
    def m(self, __x: "text", y: int = 1) -> "C": ...

    __y: int = 5


print(C.m.__annotations__, C.__annotations__, C._C__y)


def g(a: 1 + 1, b: [x for x in "ab"], c: lambda: 0, d: (yield_ := 5)) -> {"k": 1}:
    return yield_


print({k: v for k, v in g.__annotations__.items() if k != "c"}, yield_)
try:
    def h(a: undefined): pass
except NameError as error:
    print(error)


def k(): ...


k.__annotations__["late"] = 1
print(k.__annotations__)
import typing

print(typing.get_type_hints(C.m) if False else typing.get_type_hints(f, include_extras=True) if False else sorted(typing.get_type_hints(C)))


def star(*args: *tuple[int, ...]): ...


print(star.__annotations__)
