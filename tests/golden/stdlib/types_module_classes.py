import types


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def f(): ...
async def c(): ...
async def g(): yield


coroutine = c()
pairs = {"FunctionType": f, "LambdaType": lambda: 0, "CodeType": f.__code__, "GeneratorType": (i for i in ()), "CoroutineType": coroutine,
         "AsyncGeneratorType": g(), "MethodType": [].__class__ and types.SimpleNamespace and type("C", (), {"m": f})().m,
         "BuiltinFunctionType": len, "BuiltinMethodType": [].append, "ModuleType": types, "MappingProxyType": type.__dict__,
         "SimpleNamespace": types.SimpleNamespace(), "CellType": (lambda x: lambda: x)(1).__closure__[0], "GenericAlias": list[int],
         "UnionType": int | None, "EllipsisType": ..., "NoneType": None, "NotImplementedType": NotImplemented}
coroutine.close()
for name, example in pairs.items():
    print(name, isinstance(example, getattr(types, name)))


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kw):
        namespace["kw"] = kw
        return super().__new__(mcls, name, bases, namespace)
    def __init__(cls, *args, **kw): ...


class Entries:
    def __mro_entries__(self, bases):
        return (dict,)


C = types.new_class("C", (Entries(),), {"metaclass": Meta, "x": 1}, lambda ns: ns.update(v=5))
print(C.__mro__, C.kw, C.v, type(C).__name__, len(C.__orig_bases__), len(types.get_original_bases(C)), types.get_original_bases(int))
print(types.resolve_bases((int,)), types.resolve_bases((Entries(), str)), types.prepare_class("X", (C,))[0].__name__)
show(lambda: types.new_class("Bad", (int,), {"metaclass": Meta}).__name__)
show(lambda: types.new_class("Bad", (C,), {"metaclass": type("M2", (type,), {})}))
show(lambda: types.get_original_bases(3))


class WithDynamic(type):
    def __getattr__(cls, name):
        return f"class {name}"


class D(metaclass=WithDynamic):
    @types.DynamicClassAttribute
    def value(self):
        return "instance"


print(D().value, D.value)
show(lambda: setattr(D(), "value", 1))


@types.coroutine
def old():
    got = yield "sent"
    return got


async def uses():
    return await old()


u = uses()
print(u.send(None))
try:
    u.send(5)
except StopIteration as stop:
    print(stop.value)
show(lambda: types.coroutine(5))
module = types.ModuleType("m", "doc")
print(module.__name__, module.__doc__, types.MethodType(lambda self: self, 3)(), types.MappingProxyType({"a": 1}) | {"b": 2})
