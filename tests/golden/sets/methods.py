s = set()
s.add(1); s.add(1); s.add(2)
s.update([3, 4], (5,))
s.discard(99); s.discard(5)
s.remove(4)
print(s, len(s), 1 in s, s.copy() == s, s.pop() in (1, 2, 3), len(s))
s.clear()
print(s, set("aab") == {"a", "b"}, set([]), frozenset(), set(range(3)), bool(set()))
for f in (lambda: s.remove(1), lambda: s.pop(), lambda: s.add([]), lambda: s.update(5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
x = {1, 2, 3}
x.intersection_update({2, 3, 4}); print(x)
x.difference_update({3}); print(x)
x.symmetric_difference_update({2, 8}); print(x)
