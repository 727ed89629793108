import types
from types import (BuiltinFunctionType, CellType, CodeType, DynamicClassAttribute, FunctionType, GenericAlias, MappingProxyType, MethodType, ModuleType, NoneType, SimpleNamespace, coroutine,
                   get_original_bases, new_class, prepare_class, resolve_bases)

ns = SimpleNamespace(b=1, a=2)
ns.c = ns
print(ns, ns == SimpleNamespace(a=2, b=1, c=ns), vars(ns).keys(), SimpleNamespace({"x": 1}, y=2), SimpleNamespace([("k", 3)]))
del ns.a
for call in (lambda: ns.a, lambda: SimpleNamespace(1), lambda: SimpleNamespace({}, {}), lambda: hash(ns), lambda: SimpleNamespace({1: 2})):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
d = {"x": 1}
p = MappingProxyType(d)
d["y"] = 2
print(p, p["y"], p | {"z": 3}, len(p), list(reversed(p)), p.get("q"), p.copy() is d, p == d, "x" in p, hash(MappingProxyType({})) if False else "", repr(MappingProxyType(p)))
for call in (lambda: p.__setitem__("a", 1), lambda: p.pop("x"), lambda: hash(p), lambda: MappingProxyType([1]), lambda: MappingProxyType(5), lambda: p.x):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def f(a, b=2, *, k=3):
    """doc"""
    return a, b, k, extra


g = FunctionType(f.__code__, {"extra": "other globals"}, "renamed", (5,), None)
g.__kwdefaults__ = {"k": 9}
print(g(1), g.__name__, g.__defaults__, f.__globals__ is globals(), g.__doc__, g.__module__, g.__closure__)
for args in ((), (5, {}), (f.__code__, 5), (f.__code__, {}, 5), (f.__code__, {}, "n", 5), (f.__code__, {}, "n", (), 5), ((lambda: f).__code__, {}, "n", None, (CellType(1),))):
    try:
        FunctionType(*args)
        print("fine")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class C:
    def m(self, x):
        return type(self).__name__, x


m = MethodType(f, 5)
print(m(6) if False else m.__self__, m.__func__ is f, MethodType(C.m, C())(3), C().m == C().m, (c := C()).m == c.m, hash(c.m) == hash(c.m), m.__name__, m.__doc__)
for args in ((5, 1), (f,), (f, None)):
    try:
        MethodType(*args)
    except TypeError as error:
        print(error)
cell = CellType(5)
empty = CellType()
print(cell.cell_contents, cell == CellType(5), cell < CellType(6), repr(cell).split(" at ")[0])
try:
    empty.cell_contents
except ValueError as error:
    print("ValueError")
cell.cell_contents = 7
code = f.__code__.replace(co_name="other", co_consts=f.__code__.co_consts)
print(cell.cell_contents, code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code == f.__code__, code.co_flags & 4, code.co_qualname)
mod = ModuleType("mod", "docs")
mod.x = 1
print(mod, mod.__doc__, mod.__dict__["__name__"], mod.__spec__, repr(mod), dir(mod)[-1])
mod.__getattr__ = lambda name: f"dynamic {name}"
mod.__dir__ = lambda: ["only"]
print(mod.anything, dir(mod))
for call in (lambda: ModuleType(), lambda: ModuleType(5), lambda: ModuleType("m").x, lambda: NoneType(1), lambda: types.EllipsisType(), lambda: BuiltinFunctionType(), lambda: types.GeneratorType()):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        return {"prepared": kw}

    def __new__(meta, name, bases, ns, **kw):
        return super().__new__(meta, name, bases, dict(ns))

    def __init__(cls, *args, **kw):
        pass


made = new_class("Made", (int,), {"metaclass": Meta, "opt": 1}, lambda ns: ns.update(body=True))
print(made.prepared, made.body, type(made).__name__, made.__module__, prepare_class("X", (made,))[0].__name__)


class Entry:
    def __mro_entries__(self, bases):
        return (list,)


print(resolve_bases((Entry(), int)), new_class("L", (Entry(),)).__bases__, get_original_bases(new_class("O", (list[int],))))


class Dyn:
    @DynamicClassAttribute
    def value(self):
        return "instance"


print(Dyn().value)
try:
    Dyn.value
except AttributeError as error:
    print(type(error).__name__, error)


@coroutine
def generator_coroutine():
    result = yield "suspended"
    return result


async def awaits():
    return await generator_coroutine()


co = awaits()
print(co.send(None))
try:
    co.send("resumed")
except StopIteration as stop:
    print(stop.value)
alias = GenericAlias(list, (int, str))
print(alias, alias.__origin__, alias.__args__, alias(), isinstance(alias, GenericAlias), GenericAlias(dict, int), list[int] == GenericAlias(list, int), int | str, type(int | str) is types.UnionType, (int | str).__args__)
