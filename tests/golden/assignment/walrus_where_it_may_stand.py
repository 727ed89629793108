"""An assignment expression needs parentheses in some places and is refused in others."""
sources = """x := 1
(x := 1)
f(x := 1)
f(a=x := 1)
f(a=(x := 1))
f(x := 1, y := 2)
[x := 1, 2]
[x := 1 for y in z]
[y for x in z if (w := x)]
[y := x for x in z]
[x := 1 for x in y]
[(x := 1) for x in y]
[y for x in (w := z)]
[[z for x in (w := 1)] for y in q]
{x := 1}
{x := 1: 2}
{(x := 1): 2}
{1: x := 2}
s[x := 1]
s[x := 1, 2]
s[x:=1]
s[(x := 1):2]
x = y := 1
x = (y := 1)
lambda: (x := 1)
lambda x=(y := 1): y
def f(a=(x := 1)): pass
def f(a: (x := 1)): pass
if x := 1: pass
while x := f(): pass
assert x := 1
assert (x := 1)
return_ = (x := 1, 2)
f'{x:=1}'
f'{(x:=1)}'
print(f'{x:=10}')
with (x := f()): pass
with (x := f()) as y: pass
with x := f(): pass
for x in (y := z): pass
for x in y := z: pass
(x.y := 1)
(x := y := 1)
(x := (y := 1))
(x := 1,)
x, y := 1
(x, y := 1)
not (x := 1)
a if (x := 1) else b
a if x := 1 else b
class C: [x := i for i in y]
class C: (x := 1)
@(x := f)
def g(): pass
del (x := 1)
(__debug__ := 1)
(None := 1)""".split("\n")
for source in sources:
    if source.startswith("@"):
        source += "\ndef g(): pass"
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
