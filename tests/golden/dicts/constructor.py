print(dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), {i: i * i for i in range(3)}, dict(["ab", "cd"]))
for f in (lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: dict(1, 2), lambda: dict([([], 1)])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
