class A:
    x = "A.x"
    @classmethod
    def make(cls):
        return "A.make " + cls.__name__
    @staticmethod
    def s():
        return "A.s"
class B(A):
    x = "B.x"
    @classmethod
    def make(cls):
        return "B+" + super().make()
    def f(self):
        return super().x, super(B, self).x, super().s(), [super(B, self).x for _ in range(1)]
class C(B):
    x = "C.x"
print(B().f(), C().f(), C.make(), super(C, C()).x)
try:
    super(C, A())
except TypeError as e:
    print(e)
try:
    super().x
except RuntimeError as e:
    print(e)
try:
    B().nope if False else super(B, B()).nope
except AttributeError as e:
    print(e)
