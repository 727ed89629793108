class A:
    def __init__(self, r): self.r = r
    def __bool__(self): return self.r
print(bool(A(True)), not A(True), not A(False), A(False) or "or", A(True) and "and", "if" if A(True) else "else")
for r in (1, None, "x", 0):
    for f in (bool, lambda a: not a, lambda a: 1 if a else 2, lambda a: a and 1, lambda a: [x for x in (1,) if a], lambda a: all([a])):
        try:
            f(A(r))
        except TypeError as e:
            print(e, end="; ")
    print()
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(L(0)), bool(L(3)), not L(0))
for n in (-1, "x", 2**100, 1.5):
    for f in (bool, len):
        try:
            f(L(n))
        except (TypeError, ValueError, OverflowError) as e:
            print(type(e).__name__, e)
