def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
    """Doc."""
    return a


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__type_params__, f.__globals__ is globals(), f.__builtins__ is not None, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_flags & 12, f.__dict__)
f.__defaults__ = (9,)
f.__kwdefaults__ = {"d": 8, "e": 6}
f.__name__ = "renamed"
f.custom = 1
print(f(1, 2), f.__name__, f.__dict__, f.__call__(7, 8))
f.__code__ = (lambda x: x * 2).__code__
print(f(4))
for call in (lambda: setattr(f, "__name__", 5), lambda: setattr(f, "__defaults__", 5), lambda: setattr(f, "__kwdefaults__", 5), lambda: setattr(f, "__code__", 5), lambda: setattr(f, "__dict__", 5), lambda: setattr(f, "__annotations__", 5), lambda: setattr(f, "__qualname__", None), lambda: delattr(f, "__code__"), lambda: delattr(f, "__name__"), lambda: f.nothing, lambda: setattr(f, "__code__", (lambda: f and (lambda: T)).__code__), lambda: setattr(f, "__type_params__", 5), lambda: type(f)()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
del f.__defaults__, f.__kwdefaults__, f.__annotations__
print(f.__defaults__, f.__kwdefaults__, f.__annotations__)
