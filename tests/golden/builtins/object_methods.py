o = object()
print(type(o).__name__, o == o, o != object(), hash(o) == hash(o), isinstance(o, object), bool(o), o.__class__, object.__name__, object.__bases__)
print((5).__add__(3), (5).__eq__("a"), [].__len__(), "a".__repr__(), (1).__class__.__name__, None.__class__.__name__, (5).__bool__(), (7).__divmod__(2), int.__add__(1, 2))
print(int.__mro__, bool.__base__, str.__name__, dict.__doc__ is not None)
try:
    object().x
except AttributeError as e:
    print(e)
