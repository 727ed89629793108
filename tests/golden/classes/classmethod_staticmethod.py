class A:
    n = 0
    @classmethod
    def c(cls, x):
        cls.n += x
        return cls
    @staticmethod
    def s(x):
        return x * 2
class B(A): pass
print(A.c(1), B.c(5), A.n, B.n, A().c(1) is A, A.s(4), B().s("x"))
print(A.c.__self__ is A, A.__dict__["s"].__func__(3), A.c.__func__.__name__)
class P:
    @classmethod
    def create(cls, *a):
        o = cls()
        o.a = a
        return o
print(P.create(1, 2).a)
