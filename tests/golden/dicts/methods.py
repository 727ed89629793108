d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d)
print(d.pop("a"), d.pop("zz", "none"), d.popitem(), d)
d.update(x=1, b=5)
d.update({"y": 2}, z=3)
d.update([("k", "v"), ["l", "w"]])
print(d, len(d), "x" in d, list(d), d.copy() == d)
d.clear()
print(d, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
for f in (lambda: d["q"], lambda: d.pop("q"), lambda: d.popitem(), lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]), lambda: {[]: 1}, lambda: d.get()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
