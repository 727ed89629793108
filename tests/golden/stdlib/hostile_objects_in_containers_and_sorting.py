import bisect
import heapq
import json
from collections import Counter, OrderedDict, deque


class Boom(Exception):
    pass


class Bad:
    def __init__(self, **hooks):
        self.hooks = hooks

    def __eq__(self, other):
        return self.hooks.get("eq", lambda: False)()

    def __hash__(self):
        return self.hooks.get("hash", lambda: 1)()

    def __lt__(self, other):
        return self.hooks.get("lt", lambda: False)()

    def __repr__(self):
        return self.hooks.get("repr", lambda: "Bad")()

    def __bool__(self):
        return self.hooks.get("bool", lambda: True)()

    def __len__(self):
        return self.hooks.get("len", lambda: 0)()

    def __iter__(self):
        return self.hooks.get("iter", lambda: iter(()))()

    def __index__(self):
        return self.hooks.get("index", lambda: 0)()


def raising(*_):
    raise Boom("boom")


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


items = [3, 1, 2]
mutating = lambda x: items.clear() or x
attempt("sort clears", lambda: items.sort(key=mutating))
print(items)
items = list(range(10))
attempt("sort appends", lambda: items.sort(key=lambda x: items.append(x) or -x))
print(len(items))
attempt("sorted raising key", lambda: sorted([1, 2], key=raising))
attempt("sorted raising lt", lambda: sorted([Bad(lt=raising), Bad(lt=raising)]))
attempt("min raising", lambda: min(Bad(lt=raising), Bad(lt=raising)))
attempt("index", lambda: [Bad(eq=raising)].index(5))
attempt("in", lambda: 5 in [Bad(eq=raising)])
attempt("in identical", lambda: (b := Bad(eq=raising)) in [b])
attempt("count", lambda: (1, Bad(eq=raising)).count(5))
attempt("remove", lambda: [1, Bad(eq=raising)].remove(2))
attempt("dict get", lambda: {Bad(): 1}.get(Bad(eq=raising)))
attempt("dict hash", lambda: {Bad(hash=raising): 1})
attempt("hash type", lambda: hash(Bad(hash=lambda: "x")))
attempt("hash big", lambda: hash(Bad(hash=lambda: 2**100)) == hash(2**100))
attempt("set", lambda: {Bad(eq=raising), Bad(eq=raising)})
attempt("set and", lambda: {1} & {Bad(eq=raising)})
attempt("list eq", lambda: [Bad(eq=raising)] == [1])
attempt("list eq weird", lambda: [Bad(eq=lambda: "truthy")] == [1])
attempt("tuple lt", lambda: (Bad(eq=raising),) < (1,))
attempt("repr", lambda: repr([1, Bad(repr=raising)]))
attempt("repr type", lambda: repr({1: Bad(repr=lambda: 5)}))
attempt("format", lambda: f"{Bad(repr=raising)!r}")
attempt("bool", lambda: bool(Bad(bool=lambda: 2)))
attempt("any", lambda: any([Bad(bool=raising)]))
attempt("filter", lambda: list(filter(None, [Bad(bool=raising)])))
for value in (-1, "x", 2**63, 1.5, True):
    attempt(f"len {value}", lambda: len(Bad(len=lambda: value)))
attempt("list of iter", lambda: list(Bad(iter=lambda: 5)))
attempt("list of raising iter", lambda: list(Bad(iter=raising)))
attempt("list of len raising", lambda: list(Bad(len=raising)))
attempt("zip", lambda: list(zip([1], Bad(iter=raising))))
attempt("index slice", lambda: [1, 2, 3][Bad(index=raising):])
attempt("index type", lambda: [1, 2, 3][Bad(index=lambda: "x")])
attempt("index huge", lambda: [1, 2, 3][Bad(index=lambda: 2**200)])
attempt("index slice huge", lambda: [1, 2, 3][:Bad(index=lambda: 2**200)])
attempt("range", lambda: range(Bad(index=lambda: 3)))
attempt("bytes", lambda: bytes([Bad(index=lambda: 300)]))
attempt("join", lambda: ",".join(Bad(iter=lambda: iter(["a", 5]))))
attempt("heap", lambda: heapq.heapify([Bad(lt=raising), Bad(lt=raising)]))
attempt("bisect", lambda: bisect.bisect([1], Bad(lt=raising)))
attempt("counter", lambda: Counter([Bad(hash=raising)]))
attempt("deque", lambda: deque([Bad(eq=raising)]).index(1))
attempt("ordered", lambda: OrderedDict([(Bad(), 1)]) == OrderedDict([(Bad(eq=raising), 1)]))
attempt("json key", lambda: json.dumps({"a": Bad()}))
d = {}


class Shrinks:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        d.clear()
        return False


for _ in range(3):
    d[Shrinks()] = 1
attempt("dict changed in eq", lambda: d.get(Shrinks(), "default"))
d = {Shrinks(): 1, 2: 3}
attempt("dict set in eq", lambda: d.__setitem__(Shrinks(), 1))
s = set()


class Grows:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        if len(s) < 50:
            s.update(range(100, 200))
        return False


s.add(Grows())
attempt("set grown in eq", lambda: Grows() in s)
attempt("set add grown", lambda: s.add(Grows()) or len(s) > 100)
lst = [1, 2, 3]
for x in lst:
    if len(lst) < 8:
        lst.append(x * 10)
print(lst)
it = iter(lst)
next(it)
lst.clear()
print(list(it), list(it))
attempt("extend itself", lambda: (l := [1, 2]).extend(l) or l)
attempt("slice itself", lambda: (l := [1, 2, 3]).__setitem__(slice(1, 2), l) or l)
attempt("update itself", lambda: (m := {1: 2}).update(m) or m)
attempt("map raising", lambda: list(map(raising, [1])))
attempt("sum", lambda: sum([[1], [2]], []))
attempt("max empty", lambda: max([], key=raising))
attempt("dict comp", lambda: {k: 1 for k in [[]]})
attempt("unpack", lambda: [*Bad(iter=raising)])
attempt("call unpack", lambda: print(**Bad()))
attempt("isinstance", lambda: isinstance(1, Bad()))
attempt("str mul", lambda: "x" * Bad(index=lambda: -5))
attempt("list mul huge", lambda: [1] * 2**62)
attempt("bytes huge", lambda: bytes(2**62))
attempt("range len", lambda: len(range(2**70)))
attempt("pow", lambda: pow(2, -1, 4))
attempt("shift", lambda: 1 << 2**70)
attempt("format width", lambda: len(format(1, "99999")))
attempt("format huge", lambda: format(1, "9" * 30))
attempt("percent huge", lambda: "%*d" % (2**70, 1))
attempt("chr", lambda: chr(0x110000))
attempt("int text", lambda: int("9" * 5000))
