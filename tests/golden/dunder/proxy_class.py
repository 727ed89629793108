class Proxy:
    def __init__(self, o): object.__setattr__(self, "_o", o)
    def __getattr__(self, n): return getattr(self._o, n)
    def __setattr__(self, n, v): setattr(self._o, n, v)
    def __len__(self): return len(self._o)
    def __iter__(self): return iter(self._o)
    def __getitem__(self, k): return self._o[k]
    def __eq__(self, o): return self._o == o
    def __repr__(self): return f"Proxy({self._o!r})"
p = Proxy([3, 1, 2])
p.append(4)
p.sort()
print(p, len(p), p[0], list(p), p == [1, 2, 3, 4], 3 in p, sorted(p, reverse=True), p.count(1), *p)
class O: pass
o = O()
q = Proxy(o)
q.x = 5
print(o.x, q.x)
try:
    q.nope
except AttributeError as e:
    print(e)
