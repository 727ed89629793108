"""The order of parameters, with the message for each violation."""
sources = """a, a
a=1, b
*a, *b
**k, a
**k, *a
*, a
*
*, **k
a, /
/
/, a
a, /, b, /
a, *, /
*a, /
a, /, *, b
a=1, /, b
a=1, /, b=2
a, *, b=1, c
*, a, *b
a, *b, c=1, **d
*a=1
**k=1
*a: int
*a: *Ts
**k: *Ts
a: *Ts
(a, b)
a.b
1
None
a, None
lambda
*(a)
**(k)
a=
a, **k,
*a,
a b
a,,b
, a
a; b
a := 1
*None
yield_, yield
__debug__
*, __debug__
a, *, a
a, *a
a, **a
*a, **a
a, /, a""".split("\n")
for source in sources:
    for form in (f"def f({source}): pass", f"lambda {source}: 0"):
        try:
            compile(form, "", "exec")
            print(form, "| fine")
        except SyntaxError as error:
            print(form, "|", error.msg)
