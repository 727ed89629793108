"""islice, count, cycle and repeat with odd arguments."""
import itertools as it


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(list(it.islice(range(10), 3)), list(it.islice(range(10), 2, 5)), list(it.islice(range(10), 1, None, 3)), list(it.islice("ab", 5)), list(it.islice(it.count(), 3)), list(it.islice(it.count(5, -2), 3)), list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.cycle("")), list(it.repeat("x", 3)), list(it.repeat(1, 0)), list(it.repeat(1, -5)))
print(it.count(), it.count(3), it.count(1, 2), it.count(1.5), it.repeat("a"), it.repeat("a", 2), it.count(step=3), it.count(True), it.repeat(times=2, object=5))
for bad in ((lambda: it.islice("a", -1)), (lambda: it.islice("a", 0, -1)), (lambda: it.islice("a", 0, 1, 0)), (lambda: it.islice("a", "b")), (lambda: it.islice("a")), (lambda: it.islice(5, 1)), (lambda: it.islice("a", 1.0)), (lambda: it.islice("a", 0, 1, -1)), (lambda: it.count("a")), (lambda: it.count(1, "a")), (lambda: next(it.count(2**70))), (lambda: it.cycle(5)), (lambda: it.cycle()), (lambda: it.repeat()), (lambda: it.repeat(1, "a")), (lambda: it.repeat(1, None)),
            (lambda: it.repeat(1, 5).__length_hint__()), (lambda: it.repeat(1).__length_hint__()), (lambda: len(it.count())), (lambda: it.count(1, 2, 3)), (lambda: list(it.islice(it.count(1j), 2)))):
    attempt(bad)
source = iter(range(10))
print(list(it.islice(source, 2, 4)), next(source), list(it.islice(source, 0)), next(source), list(it.islice(source, 0, 4, 3)), next(source))
