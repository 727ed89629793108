import gc
import weakref
from weakref import WeakKeyDictionary, WeakMethod, WeakSet, WeakValueDictionary, finalize, proxy, ref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name})"

    def method(self):
        return self.name


log = []
t = Thing("a")
r1, r2 = ref(t), ref(t)
r3 = ref(t, lambda r: log.append(("dead", r is r3, r())))
print(r1 is r2, r1 is r3, r1 == r3, r1() is t, hash(r1) == hash(t), weakref.getweakrefcount(t), len(weakref.getweakrefs(t)), r3.__callback__ is not None)
del t
print(log, r1(), r1 == r3, r1 == r2, r3.__callback__)
try:
    hash(ref(Thing("x")))
except TypeError as error:
    print(error)
d = WeakValueDictionary()
a, b = Thing("a"), Thing("b")
d["a"], d["b"], d["c"] = a, b, Thing("gone")
print(sorted(d), len(d), d.get("c"), "c" in d, d["a"], list(d.items()), d.pop("a"), d.setdefault("z", b), [k for k in d.keys()], sorted(d.valuerefs() and map(lambda r: r().name, d.valuerefs())))
for k, v in d.items():
    del b, v
    break
gc.collect()
print(dict(d), len(d))
k = WeakKeyDictionary()
x, y = Thing("x"), Thing("y")
k[x], k[y] = 1, 2
print(dict(k), x in k, k.get(5) if False else k.get(x), k.pop(x), len(k), list(k.keyrefs()) != [])
del y
print(dict(k), bool(k))
for bad in (lambda: k.__setitem__(5, 1), lambda: d.__setitem__("n", 5), lambda: ref(5), lambda: ref([]), lambda: proxy(5), lambda: WeakSet([1]), lambda: ref(), lambda: ref(x, 1, 2)):
    try:
        print(bad())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
s = WeakSet([x])
z = Thing("z")
s.add(z)
print(len(s), z in s, sorted(t.name for t in s), s | WeakSet([x]) == s, s.issuperset([x]), s - {x} == WeakSet([z]), 5 in s)
del z
print(len(s), s.pop() is x, len(s))
m = WeakMethod(x.method)
print(m()(), m == WeakMethod(x.method), m() == x.method, ref(x.method)())
f = finalize(x, log.append, "finalized")
print(f.alive, f.peek()[1].__name__, f.atexit, f.detach()[2], f.alive, f.detach(), f())
f = finalize(x, lambda *a, **kw: log.append((a, kw)) or "result", 1, k=2)
print(f(), f.alive, f(), log[-1])
finalize(x, log.append, "second")
finalize(x, log.append, "third")
p = proxy(x)
print(p.name, str(p), p == x, isinstance(p, Thing), type(p).__name__, p.method())
p.extra = 5
del x
print(log[-2:], m())
for bad in (lambda: p.name, lambda: str(p), lambda: p == 1, lambda: bool(p), lambda: setattr(p, "a", 1)):
    try:
        bad()
    except ReferenceError as error:
        print(error)


class Raises:
    pass


import sys
hooked = []
sys.unraisablehook = lambda u: hooked.append((type(u.exc_value).__name__, str(u.exc_value)))
o = Raises()
bad_ref = ref(o, lambda r: 1 / 0)
finalize(o, lambda: {}["missing"])
del o
sys.unraisablehook = sys.__unraisablehook__
print(sorted(hooked))


class Sub(ref):
    def __new__(cls, obj, label):
        return super().__new__(cls, obj)

    def __init__(self, obj, label):
        super().__init__(obj)
        self.label = label


keep = Thing("keep")
s1, s2 = Sub(keep, "one"), Sub(keep, "two")
print(s1.label, s1 is s2, s1 == s2, s1(), isinstance(s1, weakref.ReferenceType))
growing = WeakValueDictionary({i: keep for i in range(10)})
for i, key in enumerate(list(growing)):
    growing[key + 100] = keep
print(len(growing))


class Cycle:
    def __init__(self):
        self.me = self


c = Cycle()
dead = []
rc = ref(c, lambda r: dead.append("cycle collected"))
del c
print(rc() is None, dead)
gc.collect()
print(rc(), dead)
at_exit = Thing("at exit")
finalize(at_exit, print, "printed at exit")
never = finalize(keep, print, "not printed")
never.atexit = False
