class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
print(hash(H(5)), hash(H(-1)), hash(H(True)), hash(H(2**61 - 1)), hash(H(2**61)), hash(H(-2**62)), hash(H(2**100)), hash(H(2**63 - 1)))
print(H(-1).__hash__(), hash(H(-2)), hash(-1), hash(-2), hash(-1.0), hash((1,)) == hash((1.0,)))
for h in ("x", None, 1.0):
    try:
        hash(H(h))
    except TypeError as e:
        print(e)
class I(int):
    def __hash__(self): return 42
print(hash(I(1)), hash(H(I(99))), {I(1): "a"}.get(1), 1 in {I(1)})
