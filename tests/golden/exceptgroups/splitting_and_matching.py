"""subgroup, split and derive by types, tuples and predicates; nesting, notes, causes."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class Special(ExceptionGroup):
    def derive(self, excs):
        return Special(self.message, excs)


leaf = [ValueError(1), TypeError(2), KeyError(3)]
g = ExceptionGroup("top", [leaf[0], ExceptionGroup("inner", leaf[1:]), OSError(4)])
g.__cause__ = RuntimeError("cause")
print(repr(g), str(g), g.message, g.exceptions[1].message)
print(g.split(ValueError), g.split((TypeError, OSError)), g.subgroup(lambda e: isinstance(e, LookupError)), g.subgroup(ExceptionGroup) is g, g.split(ArithmeticError), g.subgroup(Exception) is g)
match, rest = g.split(TypeError)
print(match.__cause__, rest.__cause__, match.exceptions[0].exceptions[0] is leaf[1])
s = Special("special", leaf)
print(type(s.split(ValueError)[0]).__name__, type(s.subgroup(KeyError)).__name__, type(g.derive([ValueError()])).__name__)
for bad in ((lambda: g.split(5)), (lambda: g.subgroup("x")), (lambda: g.split(())), (lambda: g.split((5,))), (lambda: g.split()), (lambda: ExceptionGroup()), (lambda: ExceptionGroup("m")), (lambda: ExceptionGroup("m", [])), (lambda: ExceptionGroup("m", 5)), (lambda: ExceptionGroup("m", [5])), (lambda: ExceptionGroup("m", [ValueError])), (lambda: ExceptionGroup(5, [ValueError()])), (lambda: ExceptionGroup("m", [KeyboardInterrupt()])),
            (lambda: type(BaseExceptionGroup("m", [ValueError()])).__name__), (lambda: type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__), (lambda: ExceptionGroup("m", (ValueError(),))), (lambda: ExceptionGroup("m", {ValueError()})), (lambda: setattr(g, "message", 1)), (lambda: setattr(g, "exceptions", 1)), (lambda: ExceptionGroup("m", [ValueError()], 1)), (lambda: issubclass(ExceptionGroup, Exception)), (lambda: ExceptionGroup.__mro__[1].__name__), (lambda: ExceptionGroup[int])):
    attempt(bad)
