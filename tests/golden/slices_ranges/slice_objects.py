s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(5) == slice(None, 5, None), list(range(20))[s])
l = list(range(5))
print(l[slice(None, None, -1)], "abc"[slice(1, None)], slice(1, 2) < slice(1, 3), hash(slice(1)) == hash(slice(1)))
try:
    slice(0, 1, 0).indices(5)
except ValueError as e:
    print(e)
