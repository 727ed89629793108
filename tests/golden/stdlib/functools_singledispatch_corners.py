"""singledispatch by annotation, ABCs, unions, None, methods, and ambiguous registrations."""
import collections.abc
import functools


def attempt(function):
    try:
        print(repr(function()).split(" at 0x")[0])
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

@functools.singledispatch
def f(x):
    return "default"


@f.register
def _(x: int): return "int"


@f.register(str)
def text(x): return "str"


@f.register
def _(x: list | tuple): return "list or tuple"


f.register(type(None), lambda x: "None")


@f.register(collections.abc.Mapping)
def _(x): return "mapping"


print(f(1), f(True), f("a"), f([]), f(()), f(None), f({}), f(1.5), f.dispatch(bool) is f.dispatch(int), text("x"), sorted(k.__name__ for k in f.registry), f.__name__)
for bad in ((lambda: f()), (lambda: f(x=1)), (lambda: f.register(5)), (lambda: f.register(5, lambda x: x)), (lambda: functools.singledispatch(5)), (lambda: f.register("int"))):
    attempt(bad)


class A(collections.abc.Sized, collections.abc.Iterable):
    def __len__(self): return 0
    def __iter__(self): return iter(())


@functools.singledispatch
def g(x): return "default"


g.register(collections.abc.Sized, lambda x: "sized")
g.register(collections.abc.Iterable, lambda x: "iterable")


class B:
    def __len__(self): return 0
    def __iter__(self): return iter(())


print(g(A()))
attempt(lambda: g(B()))


class C:
    @functools.singledispatchmethod
    def m(self, x): return "default"

    @m.register
    def _(self, x: int): return f"int {x}"

    @functools.singledispatchmethod
    @classmethod
    def c(cls, x): return cls.__name__

    @c.register
    @classmethod
    def _(cls, x: str): return f"str {x}"


print(C().m(1), C().m("a"), C.c(1), C.c("b"), C().c("c"))
