"""Patterns that are refused, and why."""
sources = """a | b
a | 1
1 | a
_ | 1
1 | _
(a) | (b)
[a, a]
{1: a, 2: a}
C(a, a)
C(a=1, a=2)
C(a, b=a)
C(b=1, 2)
[*a, *b]
[*_, *_]
{**a, 1: b}
{**a, **b}
{**_}
{1: a, 1: b}
{"a": 1, "a": 2}
{a.b: 1, a.b: 2}
{a: 1}
{1+1: 2}
{-1: 2}
{1+2j: 3}
{f"x": 1}
{[1]: 2}
1 + 2
1 + 2j
1j + 2
-1 + 2j
- 1
--1
+1
a.b
a.b.c
a.b()
a.b(c)
a[0]
f"x"
"a" f"b"
not 1
a + b
1 as b
a as b
_ as b
1 as _
1 as a.b
1 as 2
(1 as a) as b
a | b as c
1 | 2 as c
*a
*a, b
(*a,)
(*a)
()
[]
{}
(a)
(a,)
a,
a: int
a := 1
lambda: 1
x if x else y
None
True
...
__debug__
C()
C(,)
C(a,)
C(*a)
C(**a)
C(1, *a)
C(_)
C(_, _)
C(_=1)
C(None=1)
1.5
-1.5j
"a" "b"
b"a" "b"
1_0
{**rest, }
{"k": {"a": x, **y}}
case
match
type
_""".split("\n")
for source in sources:
    try:
        compile(f"match x:\n case {source}: pass", "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
