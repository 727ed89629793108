from collections import namedtuple
P = namedtuple("P", "x y", defaults=[0])
p = P(1, 2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P(7), P._make([3, 4]), p == (1, 2), len(p), hash(p) == hash((1, 2)))
x, y = p
print(x, y, max(P(1, 2), P(2, 1)), isinstance(p, tuple))
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: p._replace(z=1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    p.x = 5
except AttributeError as e:
    print(e)
