"""The types of functions, methods, iterators, views, descriptors and other objects made by the language."""
import types


class C:
    __slots__ = ("s",)
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def t(): pass
    @property
    def p(self): pass


async def co(): pass
async def ag(): yield
def ge(): yield


x = co()
x.close()
values = [C, C.m, C().m, C.c, C.t, C.p, C.s, len, [].append, list.append, int.__add__, (1).__add__, dict.fromkeys, object.__new__, type.__dict__["__name__"] if False else type.__dict__["__mro__"], C.__dict__, C.__dict__["c"], C.__dict__["t"], x, ag(), ge(), (i for i in ""), iter([]), iter(()), iter(""), iter({}), iter(set()), iter(b""), iter(bytearray()), iter(range(0)), iter(range(2**70)), iter({}.values()), iter({}.items()), reversed([]), reversed(()), reversed({}), reversed(range(1)), iter(int, 1), zip(), map(int, []), filter(None, []), enumerate([]), {}.keys(), {}.values(), {}.items(), slice(1), ..., NotImplemented, None, memoryview(b""), types, compile("1", "", "eval"), super(C, C()), int | str, list[int], types.SimpleNamespace(), types.MappingProxyType({}), types.CellType(), lambda: 0, range(1), property(), Exception(), type(C.m.__code__), "".join, str.join, types.MethodType(len, []), globals(), open, print, __import__("sys").flags, __import__("sys").version_info, __import__("sys").stdout.__class__.__name__]
print(*[type(v).__name__ for v in values])
print(*[type(v).__module__ for v in values[:20]], type(type(5)), type(types), types.FunctionType is type(lambda: 0), types.GeneratorType.__name__, types.NoneType, types.EllipsisType, types.NotImplementedType, types.CodeType, types.FrameType, types.TracebackType, types.GetSetDescriptorType, types.BuiltinFunctionType is types.BuiltinMethodType)
