"""Declarations that come too late, clash, or have nothing to refer to."""
sources = """def f(): x = 1; global x
def f(): print(x); global x
def f(x): global x
def f(x): nonlocal x
def f(): global x; nonlocal x
def f(): nonlocal x
nonlocal x
global x
x = 1; global x
def f(): global x, x
def f(): global x; global x
def f():\\n x = 1\\n def g(): x = 2; nonlocal x
def f():\\n x = 1\\n def g(): nonlocal x; x = 2
def f():\\n global x\\n def g(): nonlocal x
def f():\\n class C: nonlocal x
def f():\\n x = 1\\n class C: nonlocal x; x = 2
class C: nonlocal x
class C: global x; x = 1
class C: x = 1; global x
def f(): global x.y
def f(): global
def f(): global 1
def f(): global (x)
def f(): x: int; global x
def f(): global x; x: int = 1
def f(): nonlocal_ = 1; global nonlocal_
def f(): [x for x in y]; global x
def f(): [x := 1]; global x
def f():\\n for x in y: pass\\n global x
def f(): del x; global x
def f(): lambda: x; global x
def f(): global f; f = 1
global __debug__
def f(a=x): global x
def f():\\n nonlocal __class__
def f():\\n def g(): nonlocal f
class C:\\n def m(self): nonlocal __class__
def f[T](): global T
def f[T](): nonlocal T
def f[T](T): pass
class C[T]: nonlocal T
class C[T]: global T
type X[T] = (nonlocal T)""".split("\n")
for source in sources:
    text = source.replace("\\n", "\n")
    try:
        compile(text, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
