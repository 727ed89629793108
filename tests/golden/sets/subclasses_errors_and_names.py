class S(set): pass
class F(frozenset): pass
a=S([1]);b=S([2])
print(type(a|b),type(a&b),type(a-b),type(a^b),type(a.copy()),type(a.union(b)),type(a.intersection(b)),type(a.difference(b)), type(a.symmetric_difference(b)), type(a.intersection()), type(a.difference()))
f=F([1])
print(type(f|b),type(f&b),type(f-b),type(f^b),type(f.copy()),type(f.union(b)),type(frozenset(f)),frozenset() is frozenset(), frozenset(f) is f, F(f) is f, frozenset([1]).copy() )
g=frozenset([1]); print(g.copy() is g, f.copy() is f, frozenset(g) is g, g|g is g, g.union() is g)
for fn in [lambda: set(1), lambda: set([],[]), lambda: set(a=1), lambda: frozenset(a=1), lambda: frozenset(1,2), lambda: S(a=1), lambda:{1}|[1], lambda:{1}.union(1), lambda:{1}.add(), lambda: {1}.add([]), lambda: {1}.remove([]), lambda: {1}.discard({}), lambda: [] in {1}, lambda: {1}.issubset(3), lambda: {1}<[1], lambda: {1}.symmetric_difference(), lambda:{1}.isdisjoint(), lambda:{1}.pop(1), lambda:{1}.issubset(),lambda:{1}.clear(1), lambda: {1}.remove({2}), lambda: {1}.update(1), lambda: hash({1}), lambda: {1}.__init__([1,2],3), lambda: {1}.copy(1), lambda: set.add(1,2), lambda: {1}.symmetric_difference_update(), lambda: {1}.__contains__(), lambda: {1}.__reduce__(), lambda: S([1]).__reduce__(), lambda: {1}.__sizeof__(), lambda: frozenset().__reduce__(), lambda: {1}.__reduce_ex__(2), lambda:{[1]}, lambda: set([[1]]), lambda: {frozenset({2})}.remove({2}), lambda: {1}-[1], lambda: {1}.__iand__([1]), lambda: {1}.__ior__(frozenset([2])), lambda: set().pop(), lambda: iter({1}).__reduce__(), lambda: iter({1,2}).__length_hint__(), lambda: set.__hash__, lambda: set.__doc__, lambda: frozenset.__doc__, lambda: hash(frozenset()), lambda: hash(frozenset([1,2,3])), lambda: hash(frozenset(range(100))), lambda:frozenset([1]).__init__(3,4), lambda: set.__new__(set, 1,2,3)]:
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print([m for m in dir(set)])
print([m for m in dir(frozenset)])
for m in dir(set):
  if not m.startswith('__'): print(m, repr(getattr(set,m).__doc__), getattr(set,m).__text_signature__)
s=S([1]); s.x=2; print(s.__reduce__(), s)
s=set([1,2]); s.add(s.__class__); print(len(s))
