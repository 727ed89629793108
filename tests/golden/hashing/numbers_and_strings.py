print(hash(0), hash(1), hash(-1), hash(-2), hash(1.0), hash(1.5), hash(2**61), hash(2**61 - 1), hash(True), hash(float("inf")), hash(-float("inf")), hash(0.1), hash(10**30), hash(-(10**30)), hash(1e300), hash(None) == hash(None))
print(hash("a") == hash("a"), hash("") , hash(b"") , hash("abc") == hash("ab" + "c"), hash(()) == hash(()), hash((1, 2)), hash((1, (2, 3))), hash((1.5, -1)), hash(frozenset()), hash(frozenset([1, 2, 3])))
print(hash(3 + 4j), hash(1j), hash(range(0)) == hash(range(1, 1)), hash(...) == hash(...))
