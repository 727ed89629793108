import types
def f(a, b): return a * b + k
g = types.FunctionType(f.__code__, {"k": 1}, "named", (10,))
print(g(2), g.__name__, g.__globals__["k"], g.__module__)
def outer(n):
    def inner(): return n
    return inner
inner = outer(1)
cell = types.CellType(42)
h = types.FunctionType(inner.__code__, {}, closure=(cell,))
print(h(), h.__closure__[0].cell_contents)
cell.cell_contents = 43
print(h())
for arguments in ((inner.__code__, {}), (inner.__code__, {}, None, None, ()), (inner.__code__, {}, None, None, (1,)),
                  (f.__code__, {}, None, None, (cell,)), (1, {}), (f.__code__, 1), (f.__code__, {}, 1), (f.__code__, {}, None, 1)):
    try:
        types.FunctionType(*arguments)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
