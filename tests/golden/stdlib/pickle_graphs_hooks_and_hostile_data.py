import copyreg
import io
import pickle
import sys
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction

P = namedtuple("P", "x y")


class Color(Enum):
    RED = 1


class Plain:
    def __init__(self, v=None):
        self.v = v

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class Slots:
    __slots__ = ("a", "b", "__dict__")


class State(Plain):
    def __getstate__(self):
        return ("state", self.v)

    def __setstate__(self, state):
        self.v = state[1] * 2


class Args(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Reduce:
    def __reduce__(self):
        return Plain, (5,), {"extra": 1}


class Singleton:
    def __reduce__(self):
        return "SINGLE"


SINGLE = Singleton()


class MyList(list):
    pass


class MyDict(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 10)


values = [None, ..., NotImplemented, 2**100, -5, 1.5, float("inf"), "é\ud800", b"\x00\xff", bytearray(b"x"), (1,), [1, [2]], {"a": {1}}, frozenset([1]), range(3), slice(1, 2), P(1, 2), Color.RED, int, len, Plain,
          Decimal("1.5"), Fraction(1, 3), datetime(2024, 1, 2, tzinfo=timezone.utc), timedelta(1), Counter("aab"), OrderedDict(b=1, a=2), defaultdict(list, a=[1]), deque([1], 3), Plain([1]), Args(1, 2), 3 + 4j, ValueError("v", 1), MyList([1])]
for protocol in range(6):
    for value in values:
        try:
            back = pickle.loads(pickle.dumps(value, protocol))
            if not (back == value or repr(back) == repr(value)):
                print(protocol, "differs", value, back)
        except Exception as error:
            print(protocol, repr(value), type(error).__name__, error)
s = Slots()
s.a, s.c = 1, 2
back = pickle.loads(pickle.dumps(s))
print(back.a, back.c, hasattr(back, "b"), pickle.loads(pickle.dumps(State(4))).v, vars(pickle.loads(pickle.dumps(Reduce()))), pickle.loads(pickle.dumps(SINGLE)) is SINGLE, pickle.loads(pickle.dumps(MyDict(a=1))))
loop = [1]
loop.append((loop, {"l": loop}))
back = pickle.loads(pickle.dumps(loop))
print(back[1][0] is back, back[1][1]["l"] is back)
shared = Plain()
shared.me = shared
a, b = pickle.loads(pickle.dumps([shared, shared]))
print(a is b, a.me is a)
for bad in (lambda: 1, (x for x in []), open(__file__), sys, type("Local", (), {}), iter([]) and __import__("threading").Lock(), Plain.__init__ and globals().get("nothing", type("Gone", (), {})())):
    try:
        pickle.dumps(bad)
        print("pickled", type(bad).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0][:60])
for data in (b"", b"\x80", b"\x80\x09.", b"garbage", b"cos\nnothing_here\n.", b"cnowhere\nx\n.", b"(lp0\n", b".", b"I1\n", b"\x80\x04]", b"0", b"i", b"\x8c\x05abc", b"ccopy\ncopy\n(I5\nI6\nI7\ntR.", b"N.extra", b"K", b"\x95\xff\xff\xff\xff\xff\xff\xff\x7f", b"h\x05.", b"jAAAA.",
             b"B\xff\xff\xff\xff", b"u.", b"R.", b"\x81.", b"b.", b"a.", b"(t(", b"}s.", b"F1.x\n.", b"S'abc\n.", b"L5L\n.", b"Lx\n.", b"V\\uZZZZ\n."):
    try:
        print(data, pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__)


class Limited(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) != ("builtins", "range"):
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)

    def persistent_load(self, pid):
        return f"<{pid}>"


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return "plain" if isinstance(obj, Plain) else None

    def reducer_override(self, obj):
        return (complex, (1, 2)) if obj is Color else NotImplemented


out = io.BytesIO()
Persistent(out).dump([Plain(), range(2)])
print(Limited(io.BytesIO(out.getvalue())).load())
out = io.BytesIO()
Persistent(out).dump(Color)
print(pickle.loads(out.getvalue()))
try:
    Limited(io.BytesIO(pickle.dumps(Decimal))).load()
except pickle.UnpicklingError as error:
    print(error)
try:
    pickle.loads(pickle.dumps(1) if False else b"Pplain\n.")
except pickle.UnpicklingError as error:
    print(error)
copyreg.pickle(Slots, lambda s: (Plain, ("from copyreg",)))
print(pickle.loads(pickle.dumps(Slots())).v)
stream = io.BytesIO()
p = pickle.Pickler(stream, 2)
p.dump([1])
p.dump("two")
p.clear_memo()
p.dump({3})
stream.seek(0)
u = pickle.Unpickler(stream)
print(u.load(), u.load(), u.load())
try:
    u.load()
except EOFError as error:
    print("EOFError", error)
print(pickle.loads(b"\x80\x02U\x01\xe9.", encoding="latin-1"), pickle.loads(b"\x80\x02U\x01\xe9.", encoding="bytes"))
deep = []
for _ in range(100_000):
    deep = [deep]
for protocol in (0, 5):
    try:
        pickle.dumps(deep, protocol)
        print("deep fine") if False else None
    except RecursionError:
        pass
print("survived", pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.PickleError.__mro__[1].__name__)
