# Trees are written as source whose tree is the same.
import ast

SOURCES = '''
x = (1, 2); y = 1,; (a, b), *c = d; del (a), b[(1, 2)]
-1 ** 2; (-1) ** 2; 2 ** -1; a ** b ** c; (a ** b) ** c; not (a and b) or c; a and (b and c)
a - (b - c); a + b * c; (a + b) * c; ~a; - - a; not not a; a < b < c; (a < b) < c; a if b else c if d else e
(a if b else c) if d else e; lambda: 0; (lambda x, /, *y, z=1, **k: x)(1); (x := 5); f(x := 5); [y := 1]
await_ = (yield); f(*a, *b, k=1, **c); a[1:2, ::3, ...]; a[b:c]; 1 .real; 1.5.real; (1).x; 1j; 1e400; -1e400
{**a, "b": 1}; {1, *a}; (x for x in y if z if w); {k: v for k, v in d}; f(x for x in y)
"it's"; 'say "x"'; 'both \\' and "'; "new\\nline"; b"x\\xff"; u"u"; "\\0\\u2028"; "tab\\t"
f"{a}"; f"{a!r:>{w}.{p}}"; f"{{}}{a['x']}"; f"{a}'\\"{b}"; f"{ {1: 2}[1] }"; f"{a:%H\\n}"; f"x\\ny{a}"
@d
@e.f(1)
async def f(a, b: int = 1, *, c=2) -> None:
    """Doc 'with' quotes."""
    global x
    return
class A: pass
class B(A, metaclass=M):
    """Doc\\\\
    two"""
    def g(self): nonlocal_; yield from h
    x: int = 1
    (y): int
    z.w: int
for a, b in c: break
else: continue_
while a: pass
with a as b, (c, d) as e, f: pass
with (a, b): pass
try: raise
except (A, B) as e: raise X from None
except: pass
else: pass
finally: pass
try: pass
except* E: pass
match a, b:
    case [x, *_] | (1 | 2) as y if z: pass
    case {"a": 1, **r}: pass
    case A.B(1, x=-1): pass
    case None | True | "s" | _: pass
type X[T: (int, str) = int, *Ts = *a, **P] = dict[T]
def g[T](x: T) -> T: ...
from . import a as b
from .c.d import *
import e.f, g as h
assert a, (b, c)
if a: pass
elif b: pass
else:
    if c: pass
    d
'''
tree = ast.parse(SOURCES)
written = ast.unparse(tree)
print(written)
print(ast.dump(ast.parse(written)) == ast.dump(tree))
print(ast.unparse(ast.Constant((1, 2.0, "x"))), ast.unparse(ast.Constant(float("nan"))), ast.unparse(ast.Set([])))
print(ast.unparse(ast.parse("a + b", mode="eval")), ast.unparse(ast.arguments(args=[ast.arg("q")])))
