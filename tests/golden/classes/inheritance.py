class A:
    def f(self):
        return "A.f"
    def g(self):
        return "A.g " + self.f()
class B(A):
    def f(self):
        return "B.f+" + super().f()
class C(B):
    pass
print(A().g(), B().g(), C().g(), C.__mro__, C.__bases__)
print(issubclass(C, A), isinstance(C(), (int, A)), issubclass(A, C), A.__subclasses__())
