import weakref
class A:
    def f(self): return "f"
a = A()
r = weakref.ref(a)
print(r() is a, r().f(), weakref.getweakrefcount(a), r == weakref.ref(a), weakref.ref(a) is r)
del a
print(r())
b = A()
w = weakref.ref(b, lambda ref: print("callback", ref() is None))
del b
for o in (5, "s", [], (), None):
    try:
        weakref.ref(o)
    except TypeError as e:
        print(e)
class S:
    __slots__ = ("x",)
try:
    weakref.ref(S())
except TypeError as e:
    print(e)
class T:
    __slots__ = ("__weakref__",)
t = T()
print(weakref.ref(t)() is t)
