import builtins
print(builtins.len is len, hasattr(builtins, "print"))
def f():
    list = [1]
    return list
print(f(), list("ab"))
old = builtins.abs
builtins.abs = lambda x: "patched"
print(abs(-1))
builtins.abs = old
print(abs(-1))
builtins.everywhere = 42
def g(): return everywhere
print(g())
del builtins.everywhere
try:
    g()
except NameError as e:
    print(e)
