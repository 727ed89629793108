source = iter(range(10))
print(next(zip(source, source)), next(map(lambda a, b: a + b, source, source)), list(filter(lambda n: n % 2, source)), list(source))
shared = iter("abcdef")
pairs = zip(shared, [1, 2])
print(list(pairs), list(shared))
log = []


def traced(name, values):
    for value in values:
        log.append(f"{name}{value}")
        yield value
    log.append(f"{name} ended")


print(list(zip(traced("a", [1, 2]), traced("b", [1]))), log)
log.clear()
print(list(map(max, traced("a", [1]), traced("b", [5, 6]))), log)


def explode(value):
    if value == 2:
        raise ValueError("two")
    return value


walk = map(explode, [1, 2, 3])
results = []
while True:
    try:
        results.append(next(walk))
    except ValueError as error:
        results.append(str(error))
    except StopIteration:
        break
print(results)


def stops(value):
    raise StopIteration("early")


print(list(map(stops, [1, 2])), list(filter(stops, [1, 2])))
print([*zip(*[iter("abcdef")] * 2)], [*enumerate(zip("ab", "cd"))], dict(zip("ab", map(int, "12"))))
