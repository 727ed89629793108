class A:
    __slots__ = ("__private", "_p", "__dunder__")
    def __init__(self): self.__private = 1
a = A()
print(a._A__private, sorted(n for n in vars(A) if "rivate" in n or n == "_p" or "dunder" in n))
class B(A):
    __slots__ = ("_p",)  # hides the slot of the base
b = B()
b._p = "sub"
try:
    A._p.__get__(b)
except AttributeError as e:
    print(e)
A._p.__set__(b, "base")
print(b._p, A._p.__get__(b), B._p is A._p)
del b._p
print(hasattr(b, "_p"), A._p.__get__(b))
print(repr(A._p), A._p.__name__, A._p.__objclass__, A._p.__qualname__)
