class Plain:
    pass


class Called:
    def __call__(self):
        pass


class Delegating:
    def __getattr__(self, name):
        return lambda: name


pretender = Plain()
pretender.__call__ = lambda: "no"
print(callable(Plain), callable(Plain()), callable(Called()), callable(pretender), callable(Delegating()))
print(callable(len), callable("".join), callable(lambda: 0), callable(type), callable(None), callable(property()))
print(callable(staticmethod(len)), callable(classmethod(len)))
Plain.__call__ = lambda self: "late"
print(callable(pretender), pretender())
