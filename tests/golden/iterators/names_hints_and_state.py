import copy, pickle
d = dict(a=1, b=2, c=3)
objs = [iter([1,2,3]), reversed([1,2,3]), iter((1,2,3)), iter("abc"), iter(b"abc"), iter(range(3)), iter({1,2,3}), iter(d), iter(d.values()), iter(d.items()), reversed(d), reversed(d.values()), reversed(d.items()), reversed((1,2,3)), iter(bytearray(b"abc")), iter("é")]
class G:
    def __getitem__(self, i): 
        if i > 3: raise IndexError
        return i
objs.append(iter(G()))
for o in objs:
    print(type(o).__name__, o.__length_hint__() if hasattr(o, "__length_hint__") else None)
    next(o)
    try:
        r = o.__reduce__()
        print(r if not isinstance(r[1][0], G) else r[2])
    except TypeError as e: print("no", e)
    if hasattr(o, "__length_hint__"): print(o.__length_hint__())
    print(hasattr(o, "__setstate__"), iter(o) is o)
    c = copy.copy(o)
    print(list(c), list(o), list(o))
    if hasattr(o, "__length_hint__"): print(o.__length_hint__())
    try:
        r = o.__reduce__()
        print(r if not isinstance(r[1][0], G) else r[2])
    except TypeError as e: print("no", e)
for it, n in ((iter([1,2,3]), 2), (iter([1,2,3]), -5), (iter([1,2,3]), 50), (reversed([1,2,3]), 0), (reversed([1,2,3]), -7),(reversed([1,2,3]), 50), (iter((1,2,3)), 1), (iter(G()), 2), (iter("abc"), 1)):
    it.__setstate__(n); print(n, list(it))
d = {1: 1, 2: 2}
it = iter(d)
next(it); del d[1]; d[3] = 1
try: print(list(it))
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}
for k in d:
    try: d[k+10] = 1
    except RuntimeError as e: print(e)
    break
it = iter(d); d[77] = 1
for _ in range(2):
    try: next(it)
    except RuntimeError as e: print(e)
l = [1,2]
it = iter(l)
for x in it:
    if len(l) < 6: l.append(x)
print(l); l.append(3); print(list(it))
k = d.keys(); print(k & [1, 2], k | [5], k - [1], k ^ [1, 100], [1] & k, [1,5] - k, d.items() & [(1, 1)], k.isdisjoint([3]))
print(k.mapping, type(k.mapping), k == {1,2,11,77}, k <= {1}, d.items() == d.items(), d.values() == d.values(), k == [1])
for f in (lambda: k & 3, lambda: 3 & k, lambda: k - 5, lambda: k < [1], lambda: k[0], lambda: hash(k), lambda: len(k, 1), lambda: type(k)(), lambda: d.values() & [1], lambda: k | [[]], lambda: k.isdisjoint(), lambda: hash(d.values()) and 1, lambda: 1 in d.values(), lambda: [] in k, lambda: ([], 1) in d.items(), lambda: 3 in d.items()):
    try: print(f())
    except TypeError as e: print(e)
print(reversed(k), str(type(iter(d)))) if 0 else None
import operator
print(operator.length_hint(iter([1,2])), operator.length_hint(G(), 7))
