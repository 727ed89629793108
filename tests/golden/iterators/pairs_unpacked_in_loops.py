"""Loops over pairs: enumerate, zip and the items of dicts, whatever happens to what is walked over meanwhile."""


def attempt(what):
    try:
        print(what.__name__, what())
    except Exception as error:
        print(what.__name__, type(error).__name__, error)


def plain():
    found = []
    for i, x in enumerate("abc", 5):
        found.append((i, x))
    for x, y in zip([1, 2, 3], (4, 5)):
        found.append(x * y)
    for key, value in {"k": 1, "l": 2}.items():
        found.append(key * value)
    return found, i, x, y, key, value


def huge_start():
    return [(i, x) for i, x in enumerate("ab", 2**63 - 1)] + [i for i, _ in enumerate("ab", 2**50 - 1)]


def from_generators():
    def numbers():
        yield from range(3)

    def fails():
        yield 1
        raise KeyError("inside")

    found = [i + x for i, x in enumerate(numbers())]
    try:
        for i, x in enumerate(fails()):
            found.append((i, x))
    except KeyError as error:
        found.append(str(error))
    try:
        for x, y in zip(numbers(), fails()):
            found.append((x, y))
    except KeyError as error:
        found.append(repr(error))
    return found, i, x, y


def longest_left():
    taken = iter(range(5))
    pairs = list(zip(taken, "ab"))
    rest = next(taken)
    for x, y in zip(taken, "q"):
        pairs.append((x, y))
    return pairs, rest, next(taken)


def changed_meanwhile():
    d = {"a": 1}
    for key, value in d.items():
        d["b"] = 2
    return d


def shrunk_meanwhile():
    d = {i: i for i in range(4)}
    for key, value in d.items():
        del d[key]
    return d


def values_replaced():
    d = dict.fromkeys("abc", 0)
    for key, value in d.items():
        d[key] = key + str(value)
        d["c"] = "new"
    return d


def list_grows():
    items = [1, 2]
    for i, x in enumerate(items):
        if len(items) < 6:
            items.append(x * 10)
    for x, y in zip(items, items):
        if len(items) < 8:
            items.append(y)
    return items, i, x, y


def kept_pairs():
    pairs = list(enumerate("ab"))
    first, second = pairs
    return [pair for pair in enumerate("ab")] == pairs, first is pairs[0], [p for p in zip("ab", "cd")]


def other_targets():
    found = []
    for i, (x, y) in enumerate([(1, 2), (3, 4)]):
        found.append((i, x, y))
    for i, *rest in enumerate("xy"):
        found.append((i, rest))
    box = [0, 0]
    for box[0], box[1] in zip("ab", "cd"):
        found.append(list(box))
    for (a, b), c in zip([(1, 2)], [3]):
        found.append((a, b, c))
    return found


def three_of_two():
    for i, x, y in enumerate("ab"):
        pass


def one_of_three():
    for x, y in zip("ab", "cd", "ef"):
        pass


def captured():
    functions = []
    for i, x in enumerate("abc"):
        functions.append(lambda: (i, x))
    return [function() for function in functions]


def left_early():
    counter = enumerate("abcdef")
    for i, x in counter:
        if x == "c":
            break
    else:
        return "not left"
    for i, x in counter:
        return i, x, list(counter)


def deleted_target():
    for i, x in enumerate("ab"):
        del x
    return i


def own_iterators():
    class Pairs:
        def __iter__(self):
            return iter([[1, 2], "ab", {3: 4, 5: 6}])

    class Counter(enumerate):
        def __next__(self):
            i, x = super().__next__()
            return x, i

    class Items(dict):
        def items(self):
            return [("own", "items")]

    found = [(x, y) for x, y in Pairs()] + [(x, y) for x, y in Counter("ab")]
    for source in ({1: 2}, Items({1: 2}), {3: 4}):
        for key, value in source.items():
            found.append((key, value))
    return found


def one_loop_many_sources():
    found = []
    for source in (enumerate("ab"), zip("cd", "ef"), {"g": "h"}.items(), [("i", "j")], iter(["kl"]), enumerate("m")):
        for x, y in source:
            found.append(f"{x}{y}")
    return found


def strict():
    found = []
    try:
        for x, y in zip([1, 2], [3], strict=True):
            found.append((x, y))
    except ValueError as error:
        found.append(str(error))
    return found


def nested():
    return [(i, j, x, y) for i, x in enumerate("ab") for j, y in zip(range(2), x + "z")]


def membership():
    class Odd:
        def __eq__(self, other):
            return other == 3

        def __hash__(self):
            return hash(3)

    odd, nan = Odd(), float("nan")
    return [
        3 in [1, 2, 3], odd in [1, 3], odd in (1, 2), odd in {3: 1}, odd in {3}, 3 in {odd}, nan in [nan],
        nan in {nan: 1}, 1.0 in {1}, True in {1: 2}, "a" in {"a", "b"}, None in (), (1, 2) in {(1, 2): 3}, 4 not in [1, 2], 4 not in {4},
    ]


def unhashable_membership():
    return [] in {}


for what in [
    plain, huge_start, from_generators, longest_left, changed_meanwhile, shrunk_meanwhile, values_replaced, list_grows,
    kept_pairs, other_targets, three_of_two, one_of_three, captured, left_early, deleted_target, own_iterators,
    one_loop_many_sources, strict, nested, membership, unhashable_membership,
]:
    for _ in range(3):
        attempt(what)
