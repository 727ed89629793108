"""ref, proxy, finalize, WeakValueDictionary, WeakKeyDictionary, WeakSet and WeakMethod as objects come and go."""
import gc
import weakref


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class C:
    def __init__(self, n): self.n = n
    def m(self): return self.n
    def __repr__(self): return f"C{self.n}"
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __hash__(self): return hash(self.n)


a, b = C(1), C(2)
r = weakref.ref(a, lambda ref: print("gone", ref() is None))
p = weakref.proxy(b)
print(r() is a, r == weakref.ref(C(1)) if False else r == r, weakref.ref(a) is weakref.ref(a), hash(r) == hash(a), p.n, p.m(), p == C(2) if False else p.n == 2, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), r.__callback__ is not None, weakref.ref(b).__callback__)
d = weakref.WeakValueDictionary(x=a, y=b)
k = weakref.WeakKeyDictionary({a: 1, b: 2})
s = weakref.WeakSet([a, b])
w = weakref.WeakMethod(a.m)
f = weakref.finalize(a, print, "finalized", 5)
print(len(d), d["x"], dict(k), len(s), a in s, w()() if w() else None, f.alive, f.peek()[2], f.detach is not None, sorted(map(repr, s)))
del a
gc.collect()
print(r(), len(d), dict(k), len(s), w(), f.alive, f(), f.peek())
p.n = 9
print(b.n, d.get("x"), d.pop("y"), len(d), k.get(C(9)), list(k.keyrefs())[0]() is b, d.setdefault("z", b), d | {"q": b}, s | {C(5)} is not None)
del b
gc.collect()
for bad in ((lambda: p.n), (lambda: p.m()), (lambda: bool(p)), (lambda: weakref.ref(5)), (lambda: weakref.ref("a")), (lambda: weakref.ref([])), (lambda: weakref.ref()), (lambda: weakref.proxy(5)), (lambda: weakref.WeakValueDictionary(a=5)), (lambda: weakref.WeakKeyDictionary({5: 1})), (lambda: weakref.WeakSet([5])), (lambda: weakref.WeakMethod(5)), (lambda: weakref.WeakMethod(len)), (lambda: d["x"]), (lambda: hash(weakref.ref(type("T", (), {})()))), (lambda: hash(weakref.proxy(C))), (lambda: weakref.finalize(C(1), 5)), (lambda: setattr(r, "x", 1)), (lambda: weakref.ref(C)() is C), (lambda: weakref.ref(len)() is len), (lambda: weakref.ref({1})() is None), (lambda: weakref.ReferenceType is weakref.ref)):
    attempt(bad)
