# A collection ceases to track tuples that lead to nothing it could ever collect.
import gc

plain = [(i, (i, "x")) for i in range(5)]
with_lists = [(i, []) for i in range(5)]
gc.collect()
print([gc.is_tracked(x) for x in plain], gc.is_tracked(plain[0][1]))
gc.collect()
print([gc.is_tracked(x) for x in plain])
print([gc.is_tracked(x) for x in with_lists])


class T(tuple):
    pass


t = T((1, 2))
gc.collect()
print(gc.is_tracked(t))

# Those that are garbage together with others are counted as before.
cycle = []
cycle.append((cycle, (1, 2)))
del cycle
print(gc.collect())
