print(type(1), type("a"), type([]), type(None), type(type), type(len), type(lambda: 0), type(1 + 1j), type(...), type(range(1)), type(b""), type({}.keys()), type(iter([])), type(x for x in []))
print(isinstance(1, object), issubclass(bool, int), isinstance([], (tuple, list)), issubclass(int, (str, object)), type(True) is bool, type(1) == int)
class A: pass
print(type(A()).__name__, type(A).__name__, A().__class__ is A, type(A().__init__).__name__)
