class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(v):
    match v:
        case P(0, 0): return "origin"
        case P(x, y=0): return f"on x at {x}"
        case P(x=0, y=y): return f"on y at {y}"
        case P(a, b): return f"{a},{b}"
        case int(n): return f"int {n}"
        case str() as s: return f"str {s}"
        case list([a, *_]): return f"list {a}"
        case bool() | float(): return "bool/float"
        case dict(): return "dict"
print([f(v) for v in (P(0, 0), P(3, 0), P(0, 4), P(1, 2), 5, True, "s", [9, 8], 1.5, {}, None)])
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e:
    print(e)
class Q: pass
try:
    match Q():
        case Q(1): pass
except TypeError as e:
    print(e)
