from collections import deque

d = deque("abc", maxlen=3)
d.append("d")
d.appendleft("z")
print(d, d.maxlen, deque(maxlen=0), deque([1, 2], 1), deque("ab") + deque("c"), deque("ab") * 2)
d.rotate(1)
d.rotate(-2)
d.extend("xy")
d.extendleft("12")
print(d, d.count("x"), d.index("1"), "y" in d, d[0], d[-1], list(reversed(d)), d.copy())
d.clear()
d.insert(0, "only")
print(d, d == deque(["only"]), d < deque(["p"]), d == ["only"])
full = deque([1, 2], maxlen=2)
for call in (lambda: full.insert(0, 3), lambda: deque().pop(), lambda: deque().popleft(), lambda: full.remove(9), lambda: full.index(9), lambda: full[5], lambda: full["a"], lambda: full[0:1], lambda: deque([], -1), lambda: full + [1], lambda: full.rotate("a"), lambda: deque(5), lambda: full.extend(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
walk = iter(full)
next(walk)
full.append(3)
try:
    next(walk)
except RuntimeError as error:
    print(error)
