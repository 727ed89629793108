from functools import partial, partialmethod, reduce, cmp_to_key, total_ordering, wraps

p = partial(int, base=2)
q = partial(p, "101")
print(p("110"), q(), q(base=3), p.func, p.args, p.keywords, q.args, q.func is int, repr(partial(len)), repr(partial(print, 1, sep="-")))
print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [], "initial"), reduce(lambda a, b: [a, b], "abc", 0))


class Cell:
    def __init__(self):
        self.alive = None

    def set_state(self, state):
        self.alive = state

    set_alive = partialmethod(set_state, True)


c = Cell()
c.set_alive()
print(c.alive, sorted(["b", "A", "c"], key=cmp_to_key(lambda x, y: (x.lower() > y.lower()) - (x.lower() < y.lower()))))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(1), Version(2) > Version(1), Version(1) >= Version(2))
for call in (lambda: partial(), lambda: partial(5), lambda: reduce(max, []), lambda: reduce(max, 5), lambda: reduce(len, [1, 2]), lambda: p(1), lambda: total_ordering(object), lambda: cmp_to_key(lambda a, b: 0)(1) == 1, lambda: partialmethod(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
