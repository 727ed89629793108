class A:
    def method(self):
        """Doc of method."""
        return self

    def __eq__(self, other):
        return True

    __hash__ = None


a, b = A(), A()
m = a.method
print(m == a.method, m is a.method, m == b.method, hash(m) == hash(a.method), m.__self__ is a, m.__func__ is A.method, m.__name__, m.__doc__, m.__qualname__, m.__module__, m() is a, {m: 1}[a.method], [].append == [].append, len({[].append, [].append}))
from types import MethodType

bound = MethodType(lambda self, x: (self, x), 5)
print(bound(6), bound.__self__, MethodType(len, "abc")(), type(m).__name__, m.__get__(b) is m, repr(m).startswith("<bound method A.method of <"))
items = []
print(items.append.__self__ is items, "".join.__self__ == "", len.__self__.__name__, [].append.__name__, str.join.__objclass__, dict.fromkeys.__self__, repr([].append).startswith("<built-in method append of list object at "), repr(str.join), repr(len), repr(int.__add__), repr((1).__add__).startswith("<method-wrapper '__add__' of int object"))
for call in (lambda: setattr(m, "x", 1), lambda: m.nothing, lambda: MethodType(), lambda: MethodType(5, 5), lambda: MethodType(len, None), lambda: str.join(5, []), lambda: str.join(), lambda: A.method(), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: setattr(len, "x", 1), lambda: (1).__add__()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
m.__func__.note = "on the function"
print(m.note)
