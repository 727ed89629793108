"""raise sets __context__ to the exception being handled, whatever it was before."""


def show(error, depth=0):
    while error is not None:
        print("  " * depth + repr(error), "cause", repr(error.__cause__), "suppress", error.__suppress_context__)
        error, depth = error.__context__, depth + 1


kept = ValueError("kept")
kept.__context__ = KeyError("old")
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise kept
except ValueError as error:
    show(error)
try:
    try:
        raise TypeError("first")
    except TypeError as first:
        try:
            raise KeyError("second")
        except KeyError:
            raise first
except TypeError as error:
    show(error)
try:
    try:
        raise ValueError("a")
    except ValueError as a:
        raise a
except ValueError as error:
    show(error)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise IndexError("b") from None
except IndexError as error:
    show(error)
try:
    raise ValueError("x") from KeyError("y")
except ValueError as error:
    show(error)
error = ValueError("z")
for wrong in (5, "text", KeyError):
    for name in ("__cause__", "__context__"):
        try:
            setattr(error, name, wrong)
        except TypeError as problem:
            print(problem)
error.__cause__ = None
print(error.__suppress_context__)
try:
    raise ValueError from 5
except TypeError as problem:
    print(problem)
try:
    raise ValueError("q") from KeyError
except ValueError as problem:
    print(repr(problem.__cause__))
