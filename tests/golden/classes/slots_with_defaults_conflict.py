"""A slot's name cannot also be a class variable; slots may be any iterable of identifiers."""


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: type("A", (), {"__slots__": ("x",), "x": 1}))
attempt(lambda: type("A", (), {"__slots__": "x"}).x)
attempt(lambda: type("A", (), {"__slots__": {"x": "documented"}}).__slots__)
attempt(lambda: type("A", (), {"__slots__": ("1x",)}))
attempt(lambda: type("A", (), {"__slots__": (1,)}))
attempt(lambda: type("A", (), {"__slots__": ("__dict__", "__dict__")}))
attempt(lambda: type("A", (), {"__slots__": ("__weakref__", "__weakref__")}))
attempt(lambda: type("A", (int,), {"__slots__": ("x",)}))
attempt(lambda: type("A", (int,), {"__slots__": ()})(5) + 1)
attempt(lambda: type("A", (tuple,), {"__slots__": ("x",)}))
attempt(lambda: type("A", (bytes,), {"__slots__": ("x",)}))
attempt(lambda: type("A", (list,), {"__slots__": ("x",)})([1]))
attempt(lambda: type("A", (), {"__slots__": iter(["x", "y"])})().x)
attempt(lambda: type("A", (), {"__slots__": ()})().__dict__)
attempt(lambda: sorted(n for n in vars(type("A", (), {"__slots__": ("__a", "b")})) if "a" in n.lower() and "_A" in n))
