class A:
    __x = 1
    def __m(self):
        return self.__x
    def call(self):
        self.__y = 2
        return self.__m(), self._A__y
    __dunder__ = "kept"
a = A()
print(a.call(), sorted(k for k in vars(A) if "A__" in k), A.__dunder__)
try:
    a.__x
except AttributeError as e:
    print(e)
class B(A):
    __x = 5
print(B().call(), B._B__x, B._A__x)
class _C:
    __z = 3
    print(sorted(k for k in locals() if "z" in k))
