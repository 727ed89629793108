# What an instruction has remembered of a class method, of super() and of __getitem__ is looked up again after a change.
class A:
    @classmethod
    def make(cls, x): return (cls.__name__, x)
    @staticmethod
    def st(x): return x
class B(A): pass
for i in range(3):
    print(A.make(i), B.make(i), A.st(i), A().make(i))
A.make = classmethod(lambda cls, x: ("new", cls.__name__, x))
print(A.make(1), B.make(2))
class S:
    def f(self, x): return ["S", x]
class T(S):
    def f(self, x): return ["T"] + super().f(x)
class U(T):
    def f(self, x): return ["U"] + super().f(x)
for i in range(3): print(T().f(i), U().f(i))
S.f = lambda self, x: ["S2", x]
print(U().f(9))
class Q:
    def __getitem__(self, k):
        if k == 3: raise IndexError("three")
        return k * 2
    __iter__ = None
q = Q()
for i in range(5):
    try: print(q[i])
    except IndexError as e: print(e)
Q.__getitem__ = lambda self, k: k
print([q[i] for i in range(4)])
