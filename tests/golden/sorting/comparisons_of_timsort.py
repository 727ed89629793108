# comparison count of sort
class K:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): K.n += 1; return self.v < o.v
    def __repr__(self): return str(self.v)
seed = 7
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % (1 << 31)
    return (seed >> 8) % n
for n in (0,1,2,3,10,31,63,64,65,100,128,200,333,1000,3000):
    for kind in range(7):
        if kind == 0: v = [rnd(1000) for _ in range(n)]
        elif kind == 1: v = list(range(n))
        elif kind == 2: v = list(range(n, 0, -1))
        elif kind == 3: v = [rnd(5) for _ in range(n)]
        elif kind == 4: v = list(range(n // 2)) + list(range(n // 2, 0, -1)) + [rnd(50) for _ in range(5)]
        elif kind == 5: v = [5] * n
        else: v = [n - i // 3 for i in range(n)]
        K.n = 0
        r = sorted(map(K, v)); ok = [k.v for k in r] == sorted(v); a1 = K.n
        K.n = 0; r2 = sorted([(K(x), i) for i, x in enumerate(v)], key=lambda p: p[0], reverse=True); 
        print(n, kind, a1, K.n, ok, hash(tuple(i for _, i in r2)))
class Bad:
    count = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        Bad.count += 1
        if Bad.count > 20: raise KeyError("stop")
        return self.v < o.v
l = [Bad(rnd(100)) for _ in range(30)]
before = sorted(b.v for b in l)
try: l.sort()
except KeyError as e: print(e, sorted(b.v for b in l) == before, [b.v for b in l])
l = [3,1,2]
class M:
    def __init__(self, v): self.v = v
    def __lt__(self, o): m.append(1); return self.v < o.v
m = [M(2), M(1)]
try: m.sort()
except ValueError as e: print(e, [x.v for x in m])
def key(x): m2.clear(); return x
m2 = [3,1,2]
try: m2.sort(key=key)
except ValueError as e: print(e)
print(m2)
def key(x): print(m3); return -x
m3 = [3,1,2]; m3.sort(key=key); print(m3)
def key(x): raise IndexError("k")
try: m3.sort(key=key)
except IndexError as e: print(e, m3)
class E:
    def __eq__(self, o): e.clear(); return True
e = [E(), E()]; print(e == [E(), E()], e)
e = [E(), E()]; print(e.count(3), e); e = [E(), 2]; print(e.index(5)); e = [E(), E()]; e.append(1); print(len(e))
class E2:
    def __eq__(self, o): return NotImplemented
    __hash__ = None
print([E2()] == [E2()], E2() in [1, 2], [E2()].count(1))
nan = float("nan"); print([nan] == [nan], nan in [nan], [nan].count(nan), (nan,) == (nan,), [nan].index(nan), nan == nan, {nan: 1}[nan])
x = []; x.append(x); print(x, x == x); y = [x]; print(y); t1 = ([],); t1[0].append(t1); print(t1)
print([1,[2,[3]]] < [1,[2,[4]]], [1,2] <= [1,2,3], [] < [1], [2] > [1,5], (1,(2,)) == (1,(2,)))
