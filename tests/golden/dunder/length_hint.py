import operator
class H:
    def __init__(self, r): self.r = r
    def __length_hint__(self):
        if isinstance(self.r, BaseException): raise self.r
        return self.r
    def __iter__(self): return iter("ab")
print(operator.length_hint(H(5)), operator.length_hint(H(NotImplemented), 7), operator.length_hint(object(), 3), operator.length_hint([1, 2]))
print(list(H(100)), tuple(H(NotImplemented)), list(H(TypeError("hidden"))))
for r in (-1, "x", 1.5, ValueError("shown")):
    for f in (operator.length_hint, list):
        try:
            print(f(H(r)))
        except Exception as e:
            print(f.__name__, type(e).__name__, e)
for i in (iter([1, 2]), iter((1,)), iter(range(5)), reversed([1, 2, 3]), iter("abc"), iter({1: 2}), iter({1}), (x for x in [])):
    print(operator.length_hint(i, 0), end=" ")
print()
