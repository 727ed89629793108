it = iter([1, 2])
print(next(it), next(it), next(it, "end"), iter(it) is it)
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)
n = iter([3, 1, 0, 5])
print(list(iter(lambda: next(n), 0)), list(n))
for x in (5, None, 1.5, len):
    try:
        iter(x)
    except TypeError as e:
        print(e)
try:
    next([])
except TypeError as e:
    print(e)
print([type(iter(x)).__name__ for x in ([], (), "", {}, set(), range(0), b"", {}.keys(), {}.items(), zip(), map(len, []), enumerate([]))])
