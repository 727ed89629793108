def f(a, b=1):
    """Doc of f."""
    return a
f.extra = 5
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.extra, f.__dict__)
f.__name__ = "renamed"
print(f.__name__, f.__code__.co_name, f.__code__.co_varnames, f.__code__.co_argcount)
class C:
    def m(self):
        def inner(): ...
        return inner
print(C.m.__qualname__, C().m().__qualname__, (lambda: 0).__name__)
print(C().m.__func__ is C.m, C().m.__self__.__class__.__name__)
