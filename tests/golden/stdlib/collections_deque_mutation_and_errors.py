from collections import deque

d = deque("abc", maxlen=4)
d.append("d")
d.append("e")
d.appendleft("z")
print(d, d.maxlen, len(d), d[0], d[-1], d.index("c"), d.count("c"))
d.extendleft("12")
d.extend("xyz")
print(d)
d.rotate(1)
print(d)
d.rotate(-10)
print(d, list(reversed(d)))
e = deque(range(5))
e.insert(2, "i")
e.remove(3)
del e[0]
e[1] = "J"
e.reverse()
print(e, e.copy(), e + deque([9]), e * 2, deque([1]) * -1, deque([1, 2], 3) * 3, deque() == deque([], 5))
e += "ab"
e *= 2
print(e, deque([1, 2]) < deque([1, 3]), deque([1]) == [1])
for call in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[10], lambda: d.remove("?"), lambda: d.index("?"),
             lambda: deque(maxlen=-1), lambda: deque(5), lambda: d[1:2],
             lambda: deque([1], 1).insert(0, 2), lambda: deque() + [1], lambda: hash(d), lambda: d.rotate("a"),
             lambda: deque().index(1, 2, 3), lambda: setattr(d, "maxlen", 3), lambda: deque([1]) < [1]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
m = deque(range(3))
try:
    for x in m:
        m.append(x)
except RuntimeError as error:
    print(error, m)
it = iter(m)
m.clear()
try:
    print(next(it))
except RuntimeError as error:
    print(error)
loop = deque([1])
loop.append(loop)
print(loop, deque([], 0), deque("ab", 0))


class Evil:
    def __eq__(self, other):
        m.clear()
        return False


m = deque([1, Evil(), 2])
for call in (lambda: m.index(5), lambda: m.count(5), lambda: m.remove(5), lambda: 5 in m):
    m.extend([1, Evil(), 2])
    try:
        print(call())
    except (RuntimeError, IndexError, ValueError) as error:
        print(type(error).__name__, error)
z = deque(maxlen=0)
z.append(1)
z.extend([1, 2])
print(z, z.__sizeof__() > 0, deque.__doc__ is not None)
