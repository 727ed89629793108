import pickle
from collections import defaultdict, deque

items = deque("abcab")
print(items.index("a", 1), items.index("b", -2), items.count("a"))
for arguments in (("a", 1, 3), ("z",)):
    try:
        items.index(*arguments)
    except ValueError as error:
        print(error)


class Clears:
    def __eq__(self, other):
        changing.clear()
        return False


for use in (lambda d: 3 in d, lambda d: d.count(3), lambda d: d.index(3), lambda d: d.remove(3)):
    changing = deque([Clears(), Clears()])
    try:
        use(changing)
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)

walk = iter(items)
next(walk)
copy = pickle.loads(pickle.dumps(walk))
print(type(copy).__name__, list(copy), type(reversed(items))(deque("xyz"), 1).__length_hint__())
items.append(items)
same = pickle.loads(pickle.dumps(items))
print(same[-1] is same, deque("ab", 3).__reduce__()[:3])


class Deque(deque):
    pass


named = Deque("ab")
named.name = "x"
print(pickle.loads(pickle.dumps(named)).name)

left, right = defaultdict(int, a=1), defaultdict(str, b="x")
for made in (left | right, right | left, left | {"c": 3}, {"c": 3} | right):
    print(type(made).__name__, made.default_factory, dict(made))


class Sub(defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


print(repr(Sub()).replace("__main__.", "").split(" of ")[1])
