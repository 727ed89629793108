"""SimpleNamespace, new_class, prepare_class, resolve_bases, DynamicClassAttribute, coroutine and MappingProxyType."""
import types


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

N = types.SimpleNamespace
n = N(b=1, a=[2])
n.c = n
print(n, N(), N({"x": 1}), N({"x": 1}, x=2), n == n, N(a=1) == N(a=1), N(a=1) != N(a=2), vars(N(a=1)), types.SimpleNamespace.__doc__ is not None)
del n.b
for bad in ((lambda: N({1: 2})), (lambda: N({}, {})), (lambda: n.missing), (lambda: hash(N())), (lambda: N(a=1) == {"a": 1}), (lambda: N(**{"a b": 1})), (lambda: n["a"]), (lambda: types.new_class("C", (int,), {}, lambda ns: ns.update(x=5))(3).x), (lambda: types.new_class("C", (), {"metaclass": 5})), (lambda: types.new_class("C", (5,))), (lambda: types.new_class("C", (list[int],)).__orig_bases__), (lambda: types.prepare_class("C", (), {"metaclass": type, "k": 1})), (lambda: types.resolve_bases((list[int], int))), (lambda: types.get_original_bases(int)), (lambda: types.get_original_bases(5)), (lambda: types.MethodType(5, 1)), (lambda: types.MethodType(len, None)), (lambda: types.MethodType(len, [1])()), (lambda: types.ModuleType("m").__name__), (lambda: types.ModuleType()), (lambda: types.ModuleType(5)), (lambda: types.ModuleType("m", "doc").__doc__), (lambda: types.FunctionType(5, {})), (lambda: types.FunctionType((lambda: 1).__code__, 5)), (lambda: types.FunctionType((lambda a, b=2: (a, b)).__code__, {}, "n", (7,))(1)), (lambda: types.GeneratorType()), (lambda: types.NoneType()), (lambda: types.EllipsisType()), (lambda: types.TracebackType(None, 5, 0, 1)), (lambda: types.coroutine(5)), (lambda: types.CellType(5).cell_contents), (lambda: types.MappingProxyType(5))):
    attempt(bad)
m = types.ModuleType("m")
m.x = 1
m.__getattr__ = lambda name: f"dynamic {name}"
print(m.x, m.y, m.__dict__["__name__"], m.__spec__, m.__loader__, m.__package__)


@types.coroutine
def gen():
    got = yield 1
    return got


async def user():
    return await gen()


u = user()
print(u.send(None))
try:
    u.send("value")
except StopIteration as stop:
    print(stop.value)


class D:
    @types.DynamicClassAttribute
    def value(self):
        return "instance"


print(D().value)
attempt(lambda: D.value)
