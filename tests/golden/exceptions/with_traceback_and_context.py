e = ValueError("v")
print(e.__traceback__, e.with_traceback(None) is e)
try:
    raise e
except ValueError as x:
    print(x is e, x.__traceback__ is not None)
a, b = ValueError("a"), KeyError("b")
a.__context__ = b
print(repr(a.__context__))
try:
    a.__cause__ = 5
except TypeError as t:
    print(t)
try:
    try:
        raise a
    except ValueError:
        raise a
except ValueError as x:
    print(x is a, repr(x.__context__))
