f = frozenset([1, 2])
print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset({1, 2})])
print({frozenset({1}), frozenset({1})}, f & {1}, f - {1}, f.union([5]), f.copy() is f, 1 in f)
try:
    f.add(3)
except AttributeError as e:
    print(e)
print({1} in [{1}], {frozenset({1})} == {frozenset([1])}, {1} in {frozenset({1})}, repr(frozenset("a")))
