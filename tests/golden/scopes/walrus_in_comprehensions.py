print([y := x * 2 for x in range(3)], y)
def f():
    any((hit := x) > 2 for x in range(10))
    return hit
print(f())
def g():
    global made
    [made := x for x in "ab"]
g()
print(made)
def h():
    n = 0
    def inner():
        nonlocal n
        [[n := n + x for x in (1, 2)] for _ in (1, 2)]
    inner()
    return n
print(h())
for source in ("[x := 1 for x in ()]", "[(x := y) for y in (x := [1])]", "[y for y in (x := [1])]", "class A: [x := 1 for _ in ()]", "[i for i in range(5) if (j := 0) for j in ()]",
               "[[(i := 0) for _ in ()] for i in ()]", "(x := 1, 2)", "{x := 1}", "lambda: (x := 1)", "x := 1", "f(a := 1)", "f(a=b := 1)", "(a.b := 1)", "((a, b) := 1)", "(a[0] := 1)",
               "def f(a=b := 1): pass", "x = y := 1", "[a for a in (lambda: (b := 1))()]", "(True := 1)", "(__debug__ := 1)", "f'{x:=1}'", "del (a := 1)", "assert (a := 1)"):
    try:
        compile(source, "<text>", "exec")
        print("fine:", source)
    except SyntaxError as e:
        print(source, "->", e.msg)
