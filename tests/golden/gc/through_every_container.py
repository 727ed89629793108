import gc, weakref
class N: pass
def cycle(link):
    n = N()
    link(n)
    return weakref.ref(n)
def by_closure(n):
    n.f = lambda: n
def by_generator(n):
    def g():
        yield n
    n.g = g()
    next(n.g)
refs = [cycle(f) for f in (
    lambda n: setattr(n, "x", [n]), lambda n: setattr(n, "x", {1: n}), lambda n: setattr(n, "x", (n,)), lambda n: setattr(n, "x", {n}),
    by_closure, by_generator, lambda n: setattr(n, "m", n.__init__), lambda n: setattr(n, "it", iter([n])), lambda n: setattr(n, "e", ValueError(n)))]
gc.collect()
print([r() is None for r in refs])
def local_class():
    class C: pass
    C.me = C
    return weakref.ref(C)
r = local_class()
gc.collect()
print(r() is None)
