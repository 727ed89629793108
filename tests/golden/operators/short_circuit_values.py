def f(*a): return a
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or [], "a" or 1 / 0, 0 and 1 / 0)
x = None
y = x and x.attr
z = x or {"d": 1}
print(y, z, (x or 5) + 1, not x and "none", [] or None, f(1 or 2, 0 or 3))
if not (x is None or 1 / 0): print("no")
print([v for v in (0, 1, 2) if v and 2 // v], any(v and v > 1 for v in (0, 1, 2)))
while (x := (x or 0) + 1) and x < 4: print(x, end=" ")
print(x)
