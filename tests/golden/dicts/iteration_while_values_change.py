"""Changing values while iterating is fine; changing keys is told of at the next step."""
d = {"a": 1, "b": 2, "c": 3}
for k in d:
    d[k] *= 10
print(d)
for k, v in d.items():
    d[k] = v + 1
print(d)
def attempt(change):
    e = dict(d)
    seen = []
    try:
        for k in e:
            seen.append(k)
            change(e, k)
        print(seen, e)
    except RuntimeError as error:
        print(seen, error)
attempt(lambda e, k: e.pop(k))
attempt(lambda e, k: e.update({k + k: 1}))
attempt(lambda e, k: e.clear())
attempt(lambda e, k: e.setdefault(k, 5))
attempt(lambda e, k: e.pop("c", None) if k == "c" else None)
attempt(lambda e, k: e.popitem() if k == "c" else None)
for k in list(d):
    if k != "b": del d[k]
print(d, {k: v for k, v in d.items() if v > 0}, [d.pop(k) for k in tuple(d)], d)
it = iter({1: 1})
print(next(it), next(it, "end"), next(it, "end"))
