x = "global"
class A:
    print(x, "x" in locals())
    x = "class"
    print(x, locals()["x"])
    del x
    print(x)
    locals()["made"] = 1
    exec("by_exec = 2")
    print(made, by_exec)
    for i in range(3): pass
    if True:
        y = i
    def f(): pass
    __annotations__["z"] = "late" if "__annotations__" in locals() else None
    z: int
print(A.made, A.by_exec, A.i, A.y, hasattr(A, "x"), A.__annotations__)
try:
    class B:
        a = 1
        raise ValueError("body fails")
except ValueError as e:
    print(e, "B" in globals())
class C: 1; "not a docstring"; pass
print(C.__doc__)
def function():
    class Local:
        value = x
        def method(self): return Local
    return Local
print(function().value, function() is function(), function().__qualname__, function().method.__qualname__)
