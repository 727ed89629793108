"""reduce, partial, partialmethod, cmp_to_key and total_ordering at their limits."""
import functools
import operator


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.add, [], 5), functools.reduce(lambda a, b: a + [b], "ab", []), functools.reduce(max, [3]))
p = functools.partial(int, base=2)
q = functools.partial(p, "101")
print(p("11"), q(), p("z", base=36), p.func, p.args, p.keywords, q.args, q.func is int, repr(functools.partial(max, 1, key=None)), functools.partial(print).keywords)
for bad in ((lambda: functools.reduce(operator.add, [])), (lambda: functools.reduce(operator.add, 5)), (lambda: functools.reduce(operator.add)), (lambda: functools.reduce(5, [1, 2])), (lambda: functools.reduce(5, [1])), (lambda: functools.partial()), (lambda: functools.partial(5)), (lambda: p()), (lambda: p("x")), (lambda: functools.partial(max)(1, 2, key=lambda v: -v)), (lambda: setattr(p, "func", 1)), (lambda: functools.cmp_to_key()), (lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))), (lambda: sorted([1, 2], key=functools.cmp_to_key(lambda a, b: "x"))),
            (lambda: functools.cmp_to_key(lambda a, b: 0)(1) == functools.cmp_to_key(lambda a, b: 0)(2)), (lambda: hash(functools.cmp_to_key(lambda a, b: 0)(1)))):
    attempt(bad)


class C:
    def m(self, a, b=0):
        return self.__class__.__name__, a, b

    one = functools.partialmethod(m, 1)
    two = functools.partialmethod(m, 1, b=2)
    cls = functools.partialmethod(classmethod(lambda cls, x: (cls.__name__, x)), 5)


print(C().one(), C().two(), C().one(b=7), C.cls(), C().cls())


@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, T) else NotImplemented


print(T(1) < T(2), T(1) <= T(1), T(2) > T(1), T(2) >= T(3), T.__ge__.__name__)
attempt(lambda: T(1) <= 5)
attempt(lambda: functools.total_ordering(type("E", (), {})))
p.extra = 1
print(p.__dict__, functools.partial.__new__ is not None, isinstance(functools.partial(print), functools.partial))
