def first[T](xs: list[T]) -> T:
    return xs[0]
class Box[T]:
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
print(first([1, 2]), Box(5).get(), first.__type_params__, Box.__type_params__, Box[int])
class Pair[K, V = int](Box[K]): pass
print(Pair.__type_params__, Pair("x").get(), [b.__name__ for b in Pair.__mro__])
def g[*Ts, **P](*a: *Ts): return a
print(g(1, 2), g.__type_params__)
T = "outer"
def h[T: (int, str)](x): return T.__constraints__
print(h(1), T)
