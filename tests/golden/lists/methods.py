l = [3, 1, 2]
l.append(4)
l.extend([5, 6])
l.extend("ab")
l.insert(0, "first")
l.insert(100, "last")
l.insert(-1, "before last")
print(l, len(l))
print(l.pop(), l.pop(0), l.pop(-2), l)
l.remove("a")
print(l.index(2), l.count(3), l.index(4, 2), l.copy() == l, l.copy() is l)
l.reverse()
print(l)
l.clear()
print(l)
for f in (lambda: l.pop(), lambda: [1].pop(5), lambda: l.remove(1), lambda: [1].index(2), lambda: l.extend(5), lambda: l.insert("a", 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
