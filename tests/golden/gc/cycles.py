import gc, weakref
gc.disable()
class A:
    def __del__(self): print("del")
a = A()
a.me = a
r = weakref.ref(a)
del a
print(r() is None)
print(gc.collect() > 0, r() is None)
x, y = [], []
x.append(y); y.append(x)
del x, y
print(gc.collect() > 0, gc.isenabled(), gc.collect())
gc.enable()
print(gc.isenabled())
