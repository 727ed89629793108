s = slice(1, 10, 2)
print(s, slice(5), slice(None), s.start, s.stop, s.step, s == slice(1, 10, 2), s != slice(1, 10))
print(s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(2), slice(10**30).indices(7), slice("a", [], {}))
print(slice(1, 2) < slice(1, 3), slice(1) == slice(None, 1), sorted([slice(2), slice(1)], key=lambda s: s.stop))
for call in (
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: slice(1, 2, 0).indices(3),
    lambda: slice(1).indices(-1),
    lambda: slice("a").indices(1),
    lambda: slice(1.0).indices(1),
    lambda: slice(None) < slice(1),
    lambda: setattr(s, "start", 3),
    lambda: slice(1).indices("x"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
