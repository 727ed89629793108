import copy


class Plain:
    def __init__(self, v): self.v = v


class Slotted:
    __slots__ = ("a", "b")


class Custom:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep", len(memo)


class Stateful:
    def __init__(self): self.x = [1]
    def __getstate__(self): return {"x": self.x, "from": "state"}
    def __setstate__(self, state): self.__dict__.update(state, set=True)


class Reduced:
    def __init__(self, n=0): self.n = n
    def __reduce__(self): return Reduced, (self.n + 1,)


class Listy(list): ...
class Dicty(dict): ...
class Args(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)


p = Plain([1, [2]])
shallow, deep = copy.copy(p), copy.deepcopy(p)
print(shallow.v is p.v, deep.v is p.v, deep.v == p.v, deep.v[1] is p.v[1], type(deep).__name__)
s = Slotted()
s.a = [1]
t = copy.deepcopy(s)
print(t.a, t.a is s.a, hasattr(t, "b"), copy.copy(s).a is s.a)
print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.copy(Stateful()).__dict__, copy.deepcopy(Reduced()).n, copy.copy(Reduced(5)).n)
cycle = [1]
cycle.append(cycle)
again = copy.deepcopy(cycle)
print(again[1] is again, again is cycle)
shared = [0]
pair = copy.deepcopy({"a": shared, "b": (shared, 1)})
print(pair["a"] is pair["b"][0], pair)
atoms = (1, "s", None, 2.5, len, int, (1, 2), frozenset([3]), b"x", range(3), ...)
print([copy.copy(x) is x for x in atoms], [copy.deepcopy(x) is x for x in atoms[:7]])
l = Listy([[1]])
l.extra = [5]
m = copy.deepcopy(l)
print(m, m.extra, m[0] is l[0], m.extra is l.extra, type(m).__name__, copy.copy(Dicty(a=1)), copy.deepcopy(Args([1], 2)), type(copy.copy(Args(1, 2))).__name__)
memo = {}
x = [[1]]
y = copy.deepcopy(x, memo)
print(memo[id(x)] is y, copy.deepcopy(x, memo) is y, copy.copy({1, 2}), copy.deepcopy(bytearray(b"q")), copy.copy(slice(1, 2)))
bound = copy.deepcopy(Plain(1).__init__)
print(bound.__self__.v, copy.deepcopy(slice(1, [2], 3)), copy.deepcopy({(1, 2): {3}}))
for wrong in (lambda: copy.deepcopy((i for i in ())), lambda: copy.replace(5), lambda: copy.copy(iter(open)) if False else copy.copy(type(p)) is Plain):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
