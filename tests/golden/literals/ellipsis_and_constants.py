print(..., Ellipsis is ..., None, True, False, NotImplemented)
print(type(...).__name__, type(None).__name__, type(NotImplemented).__name__)
print(bool(...), bool(None), repr(None), __debug__)
