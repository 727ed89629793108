"""A function's own attributes, its __dict__, and what each assignment accepts."""
import types


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def f(a, b: int = 2, *, c: str = "c") -> None:
    "doc"


print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__module__, f.__dict__, f.__type_params__, f.__builtins__ is __builtins__.__dict__, f.__globals__ is globals())
f.x = 1
f.__name__, f.__qualname__, f.__doc__ = "g", "G.g", ["any"]
print(f.__dict__, f.__name__, repr(f).split(" at")[0], f.__doc__, f.__code__.co_name)
for name, value in (("__name__", 5), ("__qualname__", None), ("__defaults__", [1]), ("__kwdefaults__", 5), ("__annotations__", 5), ("__dict__", 5), ("__code__", 5), ("__globals__", {}), ("__closure__", None), ("__type_params__", []), ("__module__", 5), ("__annotations__", None), ("__dict__", {"y": 2}), ("__name__", "é"), ("__type_params__", (1,))):
    try:
        setattr(f, name, value)
        print(name, "set", getattr(f, name))
    except Exception as error:
        print(name, type(error).__name__, error)
for name in ("__name__", "__doc__", "__defaults__", "__annotations__", "__dict__", "__code__", "__module__", "y", "nope"):
    try:
        delattr(f, name)
        print(name, "deleted", getattr(f, name, "gone"))
    except Exception as error:
        print(name, type(error).__name__, error)


def other(a, b, c):
    return a, b, c


f.__defaults__, f.__kwdefaults__ = (1, 2, 3), None
f.__code__ = other.__code__
print(f(), f(9))
