from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend("ab"); d.rotate(1)
print(d, list(d), 3 in d, d.index(3), d.count("a"), list(reversed(d)))
d.extendleft([8, 9]); d.remove(9); d.insert(1, "i")
print(d, d.copy() == d, deque() or "empty")
d.rotate(-2); d.reverse(); d.clear()
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
e = deque([1, 2])
try:
    for x in e: e.append(1)
except RuntimeError as x:
    print(x)
