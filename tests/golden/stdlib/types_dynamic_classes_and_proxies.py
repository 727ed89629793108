import types

ns = types.SimpleNamespace(b=1, a=2)
proxy = types.MappingProxyType({"k": 1})
print(ns, proxy, proxy["k"], proxy | {"z": 2}, list(proxy.items()), proxy == {"k": 1}, proxy.copy(), "k" in proxy, len(proxy), list(reversed(proxy)))
Made = types.new_class("Made", (dict,), {}, lambda body: body.update(x=5))
print(Made, Made.x, types.resolve_bases((list[int],)), types.prepare_class("P", (int,))[0], types.get_original_bases(type("G", (), {})), types.DynamicClassAttribute(lambda self: 1).fget(0))


class Delayed:
    def __mro_entries__(self, bases):
        return (list,)


class FromEntries(Delayed()):
    pass


print(FromEntries.__bases__, type(FromEntries.__orig_bases__[0]).__name__)


@types.coroutine
def coroutine():
    yield 1


print(type(coroutine()).__name__, types.FunctionType is type(lambda: 0), types.GeneratorType, types.NoneType, types.EllipsisType, types.BuiltinFunctionType is types.BuiltinMethodType, types.MethodType, types.CellType, types.UnionType, types.GenericAlias, types.CodeType, types.FrameType, types.TracebackType)
for call in (lambda: proxy.__setitem__("a", 1), lambda: exec("p['a'] = 1", {"p": proxy}), lambda: exec("del p['k']", {"p": proxy}), lambda: types.MappingProxyType(5), lambda: types.MappingProxyType([]), lambda: hash(proxy), lambda: types.new_class("X", (5,)), lambda: types.coroutine(5), lambda: types.NoneType(1), lambda: types.GeneratorType()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
