a = [1]
a.append(a)
b = {"list": a}
b["self"] = b
t = ([],)
t[0].append(t)
print(a, b, t, a[1] is a, a[1][1][1][0], len(a), a in a, a.index(a), a.count(a))
print(str(a) == repr(a), f"{a}", "%s" % (a,), [a, a])
import copy

c = copy.deepcopy(a)
print(c, c[1] is c, c is not a)
other = [1]
other.append(other)
for operation in (lambda: a == other, lambda: a < other, lambda: hash(t), lambda: b == {"list": a, "self": dict(b)}):
    try:
        print(operation())
    except (RecursionError, TypeError) as error:
        print(type(error).__name__)
a.remove(a)
print(a)
s = set()
f = frozenset([1, frozenset([frozenset()])])
print(f == frozenset([frozenset([frozenset()]), 1]), s)


class Node:
    def __init__(self):
        self.children = [self]

    def __repr__(self):
        return f"Node({self.children})"


try:
    repr(Node())
except RecursionError:
    print("recursion in repr")
