import warnings
warnings.simplefilter("ignore")
def t(f, *a):
    try: print(repr(f(*a))[:150])
    except BaseException as e: print(type(e).__name__, e)
def ex(s):
    try: exec(s, {}); print('ok')
    except BaseException as e: print(type(e).__name__, e)
class X:
    __slots__ = 'a',
t(lambda: X().a)
def dl():
    x = X(); del x.a
t(dl)
class D:
    def __dir__(self): return 7
t(dir, D())
t(bool, NotImplemented)
def f(a, b, /): pass
t(lambda: f(a=1, b=2)); t(lambda: f(1, b=2))
for s in ("[(x:=1) for y in (x:=[1])]", "{x for x in (y:=[1])}", "[i for i in range(5) if (j := 0) for k in range(j + (i := 1))]",
  "match 1:\n case f'': pass", "match 1:\n case f'{x}': pass", "match 1:\n case (_ as x) | [x]: pass", "match 1:\n case (None | _) | _: pass", "match 1:\n case {'a': 1, 'a': 2}: pass", "match 1:\n case {f'': 1}: pass",
  "async def f():\n def g(): await x", "def f(): await x", "async def f(): yield from x", "def f():\n  [await x for x in y]", "async def f():\n lambda: await x", "await x", "async with x: pass", "class A:\n async for x in y: pass", "def f():\n async for x in y: pass",
  "0b1_2", "0b12", "0o8", "0xg", "1__0", "1_", "0b", "0_7", "1e", "1.e+", "1jx", "1if 1else 2", "0xfor x in y", "x = 32e-+4",
  "f(**k, *a)", "f(a=1, 2)", "f(x for x in y, 1)", "f(a=1, a=2)", "f(True=1)", "f(a.b=1)", "f(None=1)", "def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(**k, a): pass", "def f(/): pass", "def f(a, /, b, /): pass", "def f(*, **k): pass", "lambda *: 1",
  "x = yield", "return 1", "break", "continue", "class A: return 1", "for x in y: pass\nelse: break", "nonlocal x", "def f():\n nonlocal x", "def f(x):\n global x", "def f():\n x=1\n global x", "import *", "from x import (a, b", "from . import *", "def f():\n from x import *", "from __future__ import nope", "x=1\nfrom __future__ import annotations",
  "del f()", "del (a, b), [c]", "del 1", "x + 1 = 2", "f() = 1", "(a, b) += 1", "a, b += 1", "[a, 1] = 2", "*a = 1", "*a, *b = c", "a = *b", "print 1", "print(1 2)", "exec 'x'", "if x = 1: pass", "while x: ", "if 1:\nx", "  x", "if 1:\n  x\n y", "try: pass", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nexcept* A: pass\nexcept B: pass", "with open() as 1: pass", "x: int: str", "(x): int = 1", "x.y: int", "(x, y): int", "lambda x=: 1", "a b", "a = b c", "'a", "'''a", "f'{'", "f'{a'", "f'{}'", "f'{a!}'", "f'{a!x}'", "f'}'", "f'{a b}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{a:{b}'", "(", ")", "(]", "[1, 2", "{1: 2, 3}", "{1, 2: 3}", "{**a, b}", "@\ndef f(): pass", "class", "def f(", "else: pass", "\\", "a \\ b", "\x00", "a\x00b", "é = 1; print(é)", "€ = 1", "“a”", "x = 1 if 2", "x = if 1", "not = 1", "None = 1", "True: int", "__debug__ = 1", "def __debug__(): pass", "assert", "raise from x", "global", "async x", "type X = ", "type X[T, T] = int", "def f[T](x: T) -> T: pass", "class A[T: yield]: pass", "type X = (yield)", "case 1: pass", "match x:\n pass", "match x:\ncase 1: pass", "x = 08", "x = 1 +", "a.1", "a..b", "1.a", "1 .a", "...a", "a ? b", "a $ b", "a ! b", "x!", "a := 1", "(a := 1)", "(a.b := 1)", "[a := 1]", "x[a := 1]", "f(a := 1)", "f(a = b := 1)", "def f(a := 1): pass", "{a := 1}", "{a: b := 1}", "lambda: (yield)", "for in x: pass", "for x y in z: pass", "for f() in x: pass", "for x in *a, b: pass", "with a, b as c, (d as e): pass", "with (a as b, c as d,): pass", "while 1 pass", "if 1 pass", "elif 1: pass", "x = (1,\n2", "def f():\n\tx\n        y", "if 1:\n\tx\n        y\n"):
    ex(s)
