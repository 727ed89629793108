def attempt(start, change):
    d = dict(start)
    seen = []
    try:
        for key in d:
            seen.append(key)
            change(d, key)
        print("fine", seen, d)
    except RuntimeError as error:
        print(error, seen)


attempt({"a": 1, "b": 2}, lambda d, key: d.update({key: 0}))
attempt({"a": 1, "b": 2}, lambda d, key: d.update({"c": 0}))
attempt({"a": 1, "b": 2}, lambda d, key: d.pop(key))
attempt({"a": 1, "b": 2}, lambda d, key: (d.pop(key), d.update({key + key: 1})))
attempt({"a": 1}, lambda d, key: d.clear())
attempt({}, lambda d, key: d.clear())
d = {"a": 1, "b": 2}
walk = iter(d)
next(walk)
d["c"] = 3
for _ in range(2):
    try:
        print(next(walk))
    except RuntimeError as error:
        print(error)
    except StopIteration:
        print("ended")
for view in (d.keys(), d.values(), d.items()):
    walk = iter(view)
    d.clear()
    try:
        next(walk)
    except (RuntimeError, StopIteration) as error:
        print(type(error).__name__, error)
    d.update(a=1, b=2)
