from collections import Counter, defaultdict, OrderedDict, ChainMap
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sum(c.values()), sorted(c.elements())[:4], c + Counter("ms"), c - Counter("iiiii"), c & Counter("ssp"), c.total())
c.update("zz"); c.subtract("m")
print(c["z"], c["m"], Counter(a=1) == Counter("a"), dict(Counter([1, 1])))
d = defaultdict(list)
d["a"].append(1); d["a"].append(2); d["b"]
print(d, dict(d), "c" in d, d.get("c"), defaultdict(int, x=1)["y"])
try:
    defaultdict()["k"]
except KeyError as e:
    print(repr(e))
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1})
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], len(m), sorted(m))
