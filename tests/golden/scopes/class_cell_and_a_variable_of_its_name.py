# `__class__` as a variable of a function around a class, and the cell that the class's functions see.
def outer():
    __class__ = 1

    class Inner:
        nonlocal __class__
        __class__ = 42

        def method(self):
            return __class__

        print("in the body", __class__)
        later = lambda: __class__
        collected = [__class__ for _ in "a"] if False else None

    return __class__, Inner().method().__name__, Inner.later().__name__


print(outer())


class Method:
    def change(self):
        nonlocal __class__
        __class__ = 3
        return __class__

    def see(self):
        return __class__


print(Method().change(), Method().see())


class Named:
    __class__ = 5

    def see(self):
        return __class__


print(Named.see(object()).__name__, Named.__dict__["__class__"])
for source in ("class X:\n    nonlocal __class__\n", "class X:\n    def f():\n        nonlocal __classdict__\n"):
    try:
        exec(source)
    except SyntaxError as error:
        print(error)
