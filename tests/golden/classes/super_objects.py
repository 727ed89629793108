class A:
    x = 1
    def f(self): return "A.f", self
    @classmethod
    def c(cls): return "A.c", cls.__name__
    @property
    def p(self): return "A.p"
class B(A):
    x = 2
    def f(self): return "B.f"
b = B()
s = super(B, b)
print(s.x, s.p, s.c(), s.f()[1] is b, s.__thisclass__, s.__self__ is b, s.__self_class__)
print(repr(s).split(" at ")[0].split(",")[0], repr(super(B)), type(s))
print(super(B, B).x, super(B, B).c(), super(B, B).f is A.f)
print(super(B).__get__(b).x, super(B).__self__, hasattr(super(B), "x"))
for f in (lambda: super(B, 5), lambda: super(5, b), lambda: super(B, A()), lambda: super(B, A), lambda: super(int, True).no_such, lambda: s.nothing,
          lambda: s.__class__ and super(1), lambda: super(A, b).x):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    s.y = 1
except AttributeError as e:
    print(e)
print(s.__class__, super(A, b).__init__ is not None)
