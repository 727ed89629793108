import operator
class X:
    def __index__(self): return "a"
class Y:
    def __index__(self): return 1.5
for v in X(), Y():
    for act in (lambda: [1,2][v], lambda: "ab"[v], lambda: operator.index(v), lambda: range(v), lambda: [1]*v, lambda: (1,)[v:], lambda: hex(v), lambda: chr(v), lambda: round(1.5, v)):
        try: print(act())
        except Exception as e: print(type(e).__name__, e)
import warnings
warnings.simplefilter("ignore")
class I(int): pass
class Z:
    def __index__(self): return I(3)
print(operator.index(Z()).__class__, [1,2,3,4][Z()])
