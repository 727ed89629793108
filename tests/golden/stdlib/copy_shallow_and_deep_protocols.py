"""__copy__, __deepcopy__, __reduce_ex__, __replace__, memo, cycles, and objects that are not copied."""
import collections
import copy
import types


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class P:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __repr__(self): return f"P({self.__dict__})"


class Own:
    def __copy__(self): return "shallow"
    def __deepcopy__(self, memo): return f"deep {type(memo).__name__}"


class New:
    def __new__(cls, v): self = super().__new__(cls); self.v = v; return self
    def __getnewargs__(self): return (self.v * 2,)


class State:
    def __getstate__(self): return {"s": 1}
    def __setstate__(self, s): self.got = s


class Slots:
    __slots__ = ("a", "b")


a = P(x=[1, [2]], y={"k": [3]})
s, d = copy.copy(a), copy.deepcopy(a)
a.x[1].append(9)
print(s, d, s.x is a.x, copy.copy(Own()), copy.deepcopy(Own()), copy.copy(State()).got, copy.deepcopy([Own()]))
l = [1]
l.append(l)
m = copy.deepcopy(l)
print(m[1] is m, m is not l)
x = [0]
pair = copy.deepcopy([x, x])
print(pair[0] is pair[1], copy.deepcopy((1, "a")) is not None, copy.deepcopy(t := (1, (2,))) is t, copy.deepcopy((x,))[0] is x)
o = Slots()
o.a = [1]
c = copy.copy(o)
print(c.a is o.a, hasattr(c, "b"), copy.deepcopy(o).a == [1])
for value in (1, "a", None, len, int, print, range(3), slice(1), (), frozenset([1]), 1.5, Ellipsis, NotImplemented, b"x", lambda: 1, property(), type):
    print(copy.copy(value) is value, copy.deepcopy(value) is value, end=" ")
print()
for bad in ((lambda: copy.copy(i for i in "a")), (lambda: copy.copy(New(1)).v), (lambda: copy.deepcopy(iter([1, 2])).__next__()), (lambda: copy.copy({1: [2]})), (lambda: copy.copy(collections.deque([1], 3))), (lambda: copy.copy(bytearray(b"a"))), (lambda: copy.copy(type("Sub", (list,), {})([1]))), (lambda: copy.replace(5)), (lambda: copy.replace(collections.namedtuple("N", "a b")(1, 2), b=3)), (lambda: copy.replace(types.SimpleNamespace(a=1), b=2)), (lambda: copy.copy(type("B", (), {"__reduce_ex__": lambda self, p: "text"})()) is not None), (lambda: copy.deepcopy(ValueError("a", 1)).args), (lambda: copy.Error.__name__), (lambda: copy.deepcopy(collections.OrderedDict(b=[1], a=2)))):
    attempt(bad)
