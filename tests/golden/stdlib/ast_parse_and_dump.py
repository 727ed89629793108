# The trees of all kinds of statements and expressions.
import ast

SOURCE = '''
import a.b as c, d
from ..x import (y as z, w)
async def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str:
    async with a as b, c: await b
    async for i in x: pass
    else: yield i
    return [j async for j in k if j if not j]
@deco
class C[T: int, *Ts, **P](Base, metaclass=M):
    x: int
    (y): int = 3
    a.b += 1
type A[T] = list[T]
if a: pass
elif b: pass
else: pass
while True: break
try: pass
except* E as e: raise X from e
match p:
    case [1, *_, -2.5] | {"k": v, **r} | K(a, b=None) as q if q: pass
    case "s" | a.b | _: pass
del a, b[1:2, ::3]
assert (x := 1) < 2 <= 3 != 4 is not None, "no"
f"{a!r:>{w}}{b=}" "tail" u"x"
lambda *, a=1: (yield)
{**a, 1: 2}; {1, *b}; {k: v for k, v in x}; x if y else z
global g; nonlocal_ = ...; b"bytes"; 1_000j; 0x1ffffffffffffffffffff
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=1))
print(ast.dump(tree, include_attributes=True))
print(ast.dump(ast.parse("a, b", mode="eval"), False), ast.dump(ast.parse("a\n", mode="single")))
print(ast.dump(ast.parse("f()"), show_empty=True))
print(ast.dump(compile("1", "x", "eval", ast.PyCF_ONLY_AST)))
for source, mode in (("a b", "exec"), ("a = 1", "eval"), ("a", "other")):
    try:
        ast.parse(source, mode=mode)
    except (SyntaxError, ValueError) as error:
        print(type(error).__name__, error)
try:
    ast.dump(3)
except TypeError as error:
    print(error)
