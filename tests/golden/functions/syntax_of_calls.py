"""The order of arguments, with the message for each violation."""
sources = """f(a=1, b)
f(**k, a)
f(**k, *a)
f(a=1, *b)
f(a=1, *b, c)
f(a=1, a=2)
f(a=1, **k, a=2)
f(*a, b, *c, d=1, **e, f=2)
f(a for a in b)
f(a for a in b, c)
f(c, a for a in b)
f((a for a in b), c)
f(a for a in b, c=1)
f(a, b for b in c)
f(a=b for b in c)
f(a := b for b in c)
f(*a for a in b)
f(**a for a in b)
f(,)
f(a,)
f(a,,)
f(*a,)
f(**a,)
f(* a, ** b)
f(a b)
f(a, b c)
f(a=)
f(a=, b)
f(=1)
f(a==1)
f(a:=1)
f(a:1)
f(a if b)
f(a.b=1)
f(a[0]=1)
f("a"=1)
f(1=1)
f(not=1)
f(lambda=1)
f(print=1)
f(match=1, case=2, type=3, _=4)
f(*)
f(**)
f(***a)
f(* *a)
f(*a=1)
f(**a=1)
f(a=*b)
f(a=**b)
f(a(b)=1)
f(a, *b=1)
f(
f(a
f(a]
f(a))
f)
class C(a=1, *b, **c): pass
class C(a, a=1): pass
class C(a for a in b): pass
class C(*a, b): pass
class C(**a, b): pass
class C(a=1, a=2): pass
@f(a=1, b)
print a
print "a"
exec "a"
print(a) b""".split("\n")
for source in sources:
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", type(error).__name__, error.msg)
