import weakref
class A:
    x = 5
    def __len__(self): return 3
a = A()
p = weakref.proxy(a)
print(p.x, len(p))
p.y = 7
print(a.y)
f = weakref.finalize(a, print, "finalized", 1)
print(f.alive)
del a
print(f.alive)
try:
    p.x
except ReferenceError as e:
    print(e)
b = A()
g = weakref.finalize(b, lambda: print("early"))
g()
del b
c = A()
h = weakref.finalize(c, print, "never")
h.detach()
del c
