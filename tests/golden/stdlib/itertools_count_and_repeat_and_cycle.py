import itertools
from decimal import Decimal
from fractions import Fraction

take = lambda it, n: list(itertools.islice(it, n))
print(take(itertools.count(10), 3), take(itertools.count(5, -2), 4), take(itertools.count(0.5, 0.25), 3))
print(take(itertools.count(Fraction(1, 3), Fraction(1, 3)), 3), take(itertools.count(Decimal("1.1"), Decimal(".1")), 3))
print(take(itertools.count(1j), 2), take(itertools.count(2**63 - 2), 4), take(itertools.count(-2**63, -1), 2))
print(repr(itertools.count()), repr(itertools.count(5, 2)), repr(itertools.count(1.5)), repr(itertools.count(3, 1)))
c = itertools.count(2, 3)
next(c)
print(c, next(c), c)
print(repr(itertools.repeat("a")), repr(itertools.repeat("a", 3)), repr(itertools.repeat(1, -5)))
r = itertools.repeat([1], 3)
print(r.__length_hint__(), next(r), r, list(r), r)
print(list(itertools.repeat(object=1, times=2)), list(map(pow, range(4), itertools.repeat(2))))
try:
    itertools.repeat(1).__length_hint__()
except TypeError as error:
    print(error)
print(take(itertools.cycle("ab"), 5), list(itertools.cycle([])))
source = iter([1, 2, 3])
cycle = itertools.cycle(source)
print(next(cycle), next(cycle), list(source), take(cycle, 5))
for call in (lambda: itertools.count("a"), lambda: itertools.count(1, "b"), lambda: itertools.repeat(),
             lambda: itertools.cycle(1), lambda: itertools.repeat(1, "x"), lambda: itertools.count(1, 2, 3)):
    try:
        print(call())
    except TypeError as error:
        print(error)
