import types
print(isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance((x for x in []), types.GeneratorType), types.NoneType is type(None), isinstance([].append, types.BuiltinMethodType), types.ModuleType("m").__name__)
n = types.SimpleNamespace(a=1, b="x")
n.c = 3
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=3))
m = types.MappingProxyType({"k": 1})
print(m["k"], m, len(m))
try:
    m["z"] = 1
except TypeError as e:
    print(e)
C = types.new_class("C", (list,), {}, lambda ns: ns.update(v=5))
print(C.__name__, C.v, C([1]))
