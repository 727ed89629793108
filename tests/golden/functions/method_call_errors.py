class A:
    def m(self): ...
    def n(self, x): ...
    @classmethod
    def c(cls, x): ...
    @staticmethod
    def s(): ...
    def __init__(self, v): ...
a = A(1)
for call in ["a.m(1)", "a.n()", "a.n(1, 2)", "A.c()", "A.s(1)", "A()", "A(1, 2)", "A.m()", "a.n(y=1)", "A(w=1)"]:
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
class B: ...
for call in ["B(1)", "B(x=1)", "object(1)"]:
    try:
        eval(call)
    except TypeError as e:
        print(call, "->", e)
