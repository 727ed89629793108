import copy
class A:
    def __init__(self): self.x = [1]
class S:
    __slots__ = ("a", "b")
class Both(S):
    pass
s = S()
s.a = 1
b = Both()
b.a, b.c = 1, 2
print(A().__getstate__(), s.__getstate__(), b.__getstate__(), object().__getstate__(), Both().__getstate__(), S().__getstate__())
class Own:
    def __getstate__(self): return {"kept": 5}
    def __setstate__(self, state): print("state", state); self.__dict__.update(state)
print(copy.copy(Own()).kept)
class Reduce:
    def __reduce__(self): return Reduce.make, ("argument",)
    @staticmethod
    def make(x): return f"made with {x}"
print(copy.copy(Reduce()), copy.deepcopy(A()).x, object().__reduce_ex__(2)[0].__name__)
class New:
    def __new__(cls, *args, **kw): print("new", args, kw); return super().__new__(cls)
    def __getnewargs_ex__(self): return (1,), {"k": 2}
print(type(copy.copy(New())).__name__)
