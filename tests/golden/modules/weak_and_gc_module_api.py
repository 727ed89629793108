import gc, sys
print(gc.isenabled(), len(gc.get_threshold()), len(gc.get_count()), gc.collect() >= 0, isinstance(gc.get_objects(), list), gc.is_tracked([]), gc.is_tracked(5))
gc.freeze(); gc.unfreeze()
l = []
print(any(r is l for r in gc.get_referents([l])))
