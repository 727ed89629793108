import copy
import types
import weakref
from collections import OrderedDict, defaultdict, deque, namedtuple
from datetime import date
from fractions import Fraction

P = namedtuple("P", "x y")
same = [None, 1, 1.5, "s", b"b", True, ..., NotImplemented, int, len, (1, (2, "x")), frozenset([1]), range(3), slice(1), P(1, 2),
        lambda: 1, types.SimpleNamespace, weakref.ref(type("T", (), {})), property(), type(None)]
print([copy.copy(x) is x for x in same], [copy.deepcopy(x) is x for x in same])
nested = [[1, [2]], {"k": [3]}, {4}, bytearray(b"x"), deque([[5]], 3), OrderedDict(a=[6]), defaultdict(list, a=[7]), P([8], 9), (10, [11])]
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
print(deep == nested, [a is b for a, b in zip(shallow, nested)], [a is b for a, b in zip(deep, nested)], deep[4].maxlen, deep[6].default_factory)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is loop)
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
print(u[0][0] is u, u is t)
shared = [0]
a, b = copy.deepcopy((shared, shared))
print(a is b, a is shared)


class Node:
    count = 0

    def __init__(self, v):
        Node.count += 1
        self.v, self.next = v, None


class Slots:
    __slots__ = ("a", "b")


class Hooks:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return f"deep {len(memo)}"


class State:
    def __init__(self):
        self.x, self.y = 1, [2]

    def __getstate__(self):
        return {"x": self.x * 10}

    def __setstate__(self, state):
        self.x = state["x"] + 1


class Args:
    def __new__(cls, a, *, b):
        self = super().__new__(cls)
        self.got = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.got[0],), {"b": self.got[1]}


n = Node(1)
n.next = n
m = copy.deepcopy(n)
print(m.next is m, Node.count, copy.copy(n).next is n)
s = Slots()
s.a = [1]
print(copy.copy(s).a is s.a, copy.deepcopy(s).a is s.a, hasattr(copy.copy(s), "b"), copy.copy(Hooks()), copy.deepcopy(Hooks()))
print(vars(copy.copy(State())), copy.copy(Args(1, b=2)).got, copy.deepcopy(Args([1], b=2)).got)
chain = None
for i in range(100_000):
    chain = [chain]
try:
    copy.deepcopy(chain)
    print("deep enough")
except RecursionError as error:
    print("RecursionError")


class Bad:
    def __init__(self, reduce):
        self.reduce = reduce

    def __reduce_ex__(self, protocol):
        return self.reduce


for value in ("text", (int, ("7",)), (list, (), None, iter([1, 2])), (dict, (), None, None, iter([(1, 2)])), (5, ())):
    try:
        print(len(value), repr(copy.copy(Bad(value))).split(" at ")[0])
    except Exception as error:
        print(type(error).__name__, error)
for value in ((x for x in []), open, types, {}.keys(), iter([]), __import__("threading").Lock()):
    try:
        print(type(copy.deepcopy(value)).__name__)
    except Exception as error:
        print(type(error).__name__, error)
print(copy.replace(P(1, 2), y=5), copy.replace(date(2024, 1, 2), day=9), copy.replace(types.SimpleNamespace(a=1), b=2))
for call in (lambda: copy.replace(5, a=1), lambda: copy.replace(P(1, 2), z=1)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
memo = {}
x = [1]
y = copy.deepcopy(x, memo)
print(memo[id(x)] is y, memo[id(memo)] == [x], copy.Error is copy.error, copy.deepcopy(Fraction(1, 3)) == Fraction(1, 3))
