"""Positional subpatterns go by __match_args__, or bind the subject for a few built-in types."""


class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Q(P):
    __match_args__ = ("y",)


class NoArgs:
    pass


class Wrong:
    __match_args__ = ["x"]


class WrongItem:
    __match_args__ = (1,)


class Missing:
    __match_args__ = ("absent",)


class Doubled:
    __match_args__ = ("x", "x")
    x = 1


def attempt(subject, pattern):
    scope = {**globals(), "s": subject}
    try:
        exec(f"match s:\n case {pattern}: r = {{k: v for k, v in locals().items() if k in 'abc'}}\n case _: r = 'no match'", scope)
        print(pattern, scope["r"] if isinstance(scope["r"], str) else "matched")
    except Exception as error:
        print(pattern, type(error).__name__, error)


attempt(P(1, 2), "P(1, 2)")
attempt(P(1, 2), "P(1, y=2)")
attempt(P(1, 2), "P(y=2, x=3)")
attempt(P(1, 2), "P(1, 2, 3)")
attempt(P(1, 2), "P(1, x=1)")
attempt(Q(1, 2), "P(1, 2)")
attempt(Q(1, 2), "Q(2)")
attempt(Q(1, 2), "Q(1, 2)")
attempt(NoArgs(), "NoArgs()")
attempt(NoArgs(), "NoArgs(1)")
attempt(Wrong(), "Wrong(1)")
attempt(WrongItem(), "WrongItem(1)")
attempt(Missing(), "Missing(1)")
attempt(Doubled(), "Doubled(1, 1)")
attempt(5, "int(5)")
attempt(5, "int(5, 6)")
attempt(True, "int(1)")
attempt(5, "float(5)")
attempt("a", "str('a')")
attempt([1], "list([1])")
attempt({1: 2}, "dict({1: 2})")
attempt((1,), "tuple((1,))")
attempt(b"a", "bytes(b'a')")
attempt({1}, "set(x)")
attempt(1j, "complex(x)")
attempt(1j, "complex(real=0.0)")
attempt(5, "object()")
attempt(5, "object(5)")
attempt(int, "type()")
attempt(5, "len()")
attempt(5, "undefined()")
attempt(range(3), "range(start=0, stop=3)")
attempt(5, "int(real=5, imag=0)")


class Hook(type):
    def __instancecheck__(cls, instance):
        print("asked", instance)
        return True


class Any(metaclass=Hook):
    pass


attempt(9, "Any()")
