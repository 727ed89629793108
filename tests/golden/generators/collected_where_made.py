# generator expressions that a built-in function collects where they are made: what can be seen of them
import sys


def noted(items):
    for item in items:
        print("item", item)
        yield item


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("truth of", self.value)
        if self.value is None:
            raise ValueError("no truth")
        return bool(self.value)


def all_kinds(rows, offset):
    for _ in range(3):
        yield tuple(row + offset for row in rows)
        yield list(row * offset for row in rows if row)
        yield sorted(set(row % 2 for row in rows))
        yield any(row > 2 for row in rows), all(row > 2 for row in rows)
        yield sum(row for row in rows), min(row for row in rows), max(row - offset for row in rows)
        yield sum(row + 0.5 for row in rows), max(str(row) for row in rows), min((row, -row) for row in rows)
        yield sum((row for row in rows), start=10), sum(2**40 * row for row in rows)

for result in all_kinds([3, 1, 4, 1], 10):
    print(result)
print(any(Truth(value) for value in noted([0, 1, 2])))
try:
    all(Truth(value) for value in [1, None, 2])
except ValueError as error:
    print(error, error.__traceback__.tb_next is None)


def failing(items):
    return tuple(1 // item for item in items)

for _ in range(2):
    try:
        failing([1, 0])
    except ZeroDivisionError as error:
        names, trace = [], error.__traceback__
        while trace:
            names.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        print(error, names)
try:
    set([] for _ in range(1))
except TypeError as error:
    print(error)
try:
    min(item for item in ())
except ValueError as error:
    print(error)


def stop():
    raise StopIteration("inside")

try:
    list(stop() for _ in range(1))
except RuntimeError as error:
    print(error, repr(error.__cause__))


# frames, and locals that end
def frames():
    return [(frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals))
            for frame in tuple(sys._getframe() for item in range(2))]

frames()
print(frames()[0][0::2])


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def __gt__(self, other):
        return True


def ending():
    print(any(noisy.name == "b" for noisy in (Noisy(name) for name in "abc")))
    print(len(tuple(noisy for noisy in map(Noisy, "de"))))
    print(max(Noisy(name) for name in "fg").name)

ending()
ending()


# other callables at the same place
def by(function, items):
    return function(item for item in items)

print([by(function, [2, 0, 1]) for function in (tuple, list, sum, max, any, tuple, sorted, set, frozenset, tuple)])
print(type(by(iter, [1])).__name__, next(by(lambda generator: generator, [5])))


class Tuple(tuple):
    pass

print(type(by(Tuple, "ab")).__name__, by(Tuple, "ab"))
nested = [[1, 2], [3, 4]]
for _ in range(2):
    print(tuple(sum(item for item in row) for row in nested), any(any(item == 3 for item in row) for row in nested))


def recursive(n):
    return tuple(recursive(n - 1) for _ in range(1)) if n else "bottom"

print(recursive(5))
try:
    recursive(100_000)
except RecursionError:
    print("RecursionError")


def walrus(items):
    found = any((hit := item) > 2 for item in items)
    return found, hit

print(walrus([1, 3, 5]), walrus([1, 2]))


def sequence():
    total = 0

    def note(value):
        nonlocal total
        total += value
        return value
    return sum(note(value) for value in (1, 2.5, 3)), total

print(sequence())
