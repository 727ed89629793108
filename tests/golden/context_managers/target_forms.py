class CM:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
class O: pass
o, d = O(), {}
with CM() as (a, [b, c]):
    print(a, b, c)
with CM() as o.x, CM() as d["k"]:
    print(o.x, d)
