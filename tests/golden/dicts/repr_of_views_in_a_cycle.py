"""The repr of a container that holds itself through a view or an items pair ends in dots."""
import collections

d = {}
d["v"] = d.values()
print(d)
d = {}
d["i"] = d.items()
print(d)
d = {}
d["k"] = [d.keys(), d]
print(d)
print(d.values())
d = collections.OrderedDict()
d["a"] = d
d["b"] = d.values()
print(d)
d = collections.defaultdict(list)
d[1].append(d)
print(d)
q = collections.deque([1])
q.append(q)
print(q, list(q)[1] is q)
c = collections.Counter()
c["x"] = c
try:
    print(c)
except Exception as error:
    print(type(error).__name__)
m = collections.ChainMap({})
m["m"] = m
print(m)
import types

n = types.SimpleNamespace(a=1)
n.n = n
print(n)
p = {}
p["proxy"] = types.MappingProxyType(p)
print(p)
