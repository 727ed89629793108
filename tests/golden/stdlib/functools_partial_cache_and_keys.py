import functools, operator, _functools
from functools import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
K = cmp_to_key(lambda a,b:a-b)
for f in (lambda: reduce(), lambda: reduce(1), lambda: reduce(1,2), lambda: reduce(lambda a,b:a+b,[]), lambda: reduce(operator.add,[1,2,3]), lambda: reduce(operator.add,[1,2,3],10), lambda: reduce(1,[1]), lambda: reduce(1,[1,2]), lambda: reduce(function=1,iterable=2), lambda: reduce(1,2,3,4), lambda: cmp_to_key(), lambda: cmp_to_key(1)(2)<cmp_to_key(1)(3), lambda: K(1)<K(2), lambda: K(1)==K(1), lambda: K(1)<3, lambda: K(1)==3, lambda: K(obj=3).obj, lambda: K(), lambda: K(1,2), lambda: K(x=1), lambda: K(1)!=K(2), lambda: type(K).__name__, lambda: type(K).__module__, lambda: cmp_to_key(mycmp=lambda a,b:0)(1)==cmp_to_key(lambda a,b:0)(2), lambda: K.obj, lambda: K < K(1),
 lambda: partial(), lambda: partial(1), lambda: partial(int,base=2)("101"), lambda: partial(print,1,a=2), lambda: partial(partial(int,1),2).args, lambda: partial(int).func, lambda: partial(int,a=1).keywords, lambda: setattr(partial(int),"func",1), lambda: partial(int).__reduce__(), lambda: partial(func=1), lambda: partial[int], lambda: partial(int).__dict__, lambda: partial(int) == partial(int), lambda: partial(int, base=8)(x=3), lambda: partial.__setstate__(partial(int), 3), lambda: partial(int).__call__("3"), lambda: delattr(partial(int),"args"), lambda: callable(partial(int)), lambda: partial(str.upper)("a"),
 ): t(f)
class P(partial): pass
p = P(int, 3); p.x = 5; print(p.x, p.__dict__, p.__reduce__()[2]); print(repr(p).replace("__main__.",""))
q = partial(p, 4); print(q.args, q.func is p)
q = partial(P(int,3), 4); print(q.args, q.func)
r = partial(print); r.__setstate__((print, (r,), {}, {})); print(repr(r)[:60])
import copy, pickle
print(copy.copy(partial(int, base=3)), pickle.loads(pickle.dumps(partial(int, "12", base=3)))())
class A:
    import warnings
    warnings.simplefilter("error")
    m = partial(int, "7")
    n = staticmethod(partial(int, "8"))
try: print(A().m())
except FutureWarning as e: print(e)
print(A.m(), A().n())
@lru_cache(maxsize=2)
def f(x, *a, **k): "doc"; print("call", x, a, k); return x
f(1); f(2); f(1); f(3); f(2); print(f.cache_info(), f.cache_parameters(), f.__name__, f.__doc__, f.__wrapped__.__name__)
f(1, a=2); f(1, a=2); f(1.0); f(1); f(True); f.cache_clear(); print(f.cache_info())
@lru_cache(typed=True)
def g(x): return type(x).__name__
print(g(1), g(1.0), g(True), g.cache_info())
@cache
def h(n): return n if n < 2 else h(n-1)+h(n-2)
print(h(80), h.cache_info())
try: h([])
except TypeError as e: print(e)
@lru_cache(0)
def z(x): return x
z(1); z(1); print(z.cache_info())
class C:
    @lru_cache
    def m(self, x): return x
c = C(); print(c.m(1), c.m(1), C.m.cache_info(), c.m.__name__, type(C.__dict__["m"]).__name__, type(c.m).__name__)
print(repr(h).split(" at")[0], h.__reduce__(), copy.copy(h) is h, copy.deepcopy(h) is h)
try: lru_cache(maxsize="a")(int)
except TypeError as e: print(e)
try: _functools._lru_cache_wrapper(1, 2, 3, 4)
except TypeError as e: print(e)
h.attr = 3; print(h.attr, h.__dict__.keys() >= {"attr"})
@lru_cache(maxsize=3)
def rec(n): return 1 if n == 0 else rec(n-1) + 1
print(rec(20), rec.cache_info())
@lru_cache
def err(x): raise KeyError(x)
for _ in range(2):
    try: err(1)
    except KeyError: pass
print(err.cache_info())
big = lru_cache(maxsize=100)(lambda x: x)
for i in range(1000): big(i % 150)
print(big.cache_info())
