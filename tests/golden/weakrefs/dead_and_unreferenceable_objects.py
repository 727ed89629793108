import gc
import weakref


class Thing:
    def __repr__(self):
        return "Thing()"

    def method(self):
        return "called"


t = Thing()
r = weakref.ref(t, lambda ref: print("died", ref is r))
same = weakref.ref(t)
print(r() is t, weakref.ref(t) is same, r == same, hash(r) == hash(t), weakref.getweakrefcount(t), len(weakref.getweakrefs(t)))
m = weakref.WeakMethod(t.method)
print(m()(), weakref.ref(t.method)() is None)
p = weakref.proxy(t)
print(p.method(), type(p).__name__, p == t)
del t
print(r(), same(), r == same, m())
for call in (lambda: p.method(), lambda: hash(weakref.ref(Thing())), lambda: weakref.ref(5), lambda: weakref.ref("text"), lambda: weakref.ref([]), lambda: weakref.ref({}), lambda: weakref.ref((1,)), lambda: weakref.ref(None), lambda: weakref.ref(len) is not None, lambda: weakref.ref({1}) is not None, lambda: weakref.ref(Thing) is not None, lambda: weakref.proxy(5), lambda: hash(p), lambda: weakref.ref(), lambda: weakref.WeakMethod(len), lambda: weakref.ref(Thing(), 5)() ):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
d = weakref.WeakValueDictionary()
k = weakref.WeakKeyDictionary()
s = weakref.WeakSet()
a = Thing()
d["a"], k[a] = a, "value"
s.add(a)
print(len(d), len(k), len(s), a in s, k[a], d.get("zz"))
del a
print(len(d), len(k), len(s), list(d.items()), "a" in d)
for call in (lambda: d["a"], lambda: d.__setitem__("x", 5), lambda: k.__setitem__(5, 1), lambda: s.add(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
