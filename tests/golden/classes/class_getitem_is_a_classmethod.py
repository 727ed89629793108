class A:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class B(A): pass
print(A[int], B[1, 2], A[...], type(A.__dict__["__class_getitem__"]).__name__)
class Meta(type):
    def __getitem__(cls, item): return "metaclass wins"
class C(A, metaclass=Meta): pass
print(C[1])
class Plain: pass
for f in (lambda: Plain[int], lambda: A()[0], lambda: int[0], lambda: Plain()[0], lambda: type[int], lambda: type(1)[int], lambda: Meta[int]):
    try:
        print(f())
    except TypeError as e:
        print(e)
class E:
    __class_getitem__ = 5
try:
    E[0]
except TypeError as e:
    print(e)
