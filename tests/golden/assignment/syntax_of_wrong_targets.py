"""What cannot be assigned to is named in the message."""
sources = """1 = x
"a" = x
f() = 1
f() += 1
a + b = c
-a = 1
a < b = 1
(a, 1) = 2
[a, f()] = 1
None = 1
a = None = 1
True += 1
... = 1
{} = 1
{a} = 1
{a: b} = 1
lambda: 1 = 2
a if b else c = 1
a and b = 1
not a = 1
(yield) = 1
[x for x in y] = 1
{x for x in y} = 1
(x for x in y) = 1
f"{a}" = 1
a.b() = 1
`a` = 1
(a := 1) = 2
a := 1
(a.b := 1)
(a[0] := 1)
((a, b) := 1)
*a = 1
*a, *b = c
(*a) = 1
a, b += 1
(a, b) += 1
[a] += 1
a: int, b = 1
(a, b): int
[a]: int
a, b: int
del f()
del 1
del a + b
del (a, f())
del *a
del a,
del (a,), [b]
del None
for 1 in x: pass
for f() in x: pass
for a + b in x: pass
for a, 1 in x: pass
with a as 1: pass
with a as f(): pass
with a as (b, 1): pass
import a.b as 1
__debug__ = 1
(__debug__) = 1
a.__debug__ = 1
def f(__debug__): pass
import __debug__
for __debug__ in x: pass
del __debug__
f(1=2)
f(None=1)
f(a.b=1)
f(a+b=1)
f(True=1)
f((a)=1)
f(__debug__=1)
await x = 1
a = b = 1 = c
x = yield = 1
a.b: int = 1
a[b]: int
1: int
f(): int""".split("\n")
for source in sources:
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg, "|", error.offset, error.end_offset)
