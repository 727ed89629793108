import os
import pydoc
import sys

with open('mod.py','w') as f: f.write('''"""Module title.

More text.
"""
__version__ = "1.2"
__author__ = "Me"
__all__ = ["A", "B", "f", "X", "g", "D"]
import dataclasses
X = 5

class A:
    """Class A doc.

    second
    """
    attr = 1
    def __init__(self, x, y=2): 
        """init doc"""
    def m(self): 
        # comment before
        pass
    @classmethod
    def c(cls, *args, **kw): "class method"
    @staticmethod
    def s(a): "static"
    @property
    def p(self): "prop doc"
    @p.setter
    def p(self, v): pass
    @property
    def q(self): "readonly"
    async def co(self): "coroutine"
    alias = m

class B(A):
    """Sub."""
    __slots__ = ('sl',)
    def m(self): "override"
    def own(self, a: int, b: "str" = 'x', *, c=None) -> float: "own doc"

def f(a, /, b, *args, c=1, **kw):
    """Func doc.

    Details here.
    """
# a comment for g
def g(): pass
@dataclasses.dataclass
class D:
    "Data."
    x: int
    y: str = "q"
class _Private: pass
''')
sys.path.insert(0, ".")
import mod


def show(thing, **options):
    print(pydoc.plain(pydoc.render_doc(thing, **options)).replace(os.getcwd(), "DIR"))
    print("=========")


for thing in (mod, mod.A, mod.f, mod.g, mod.A.m, mod.A(1).m, mod.A(1), "mod.B", mod.A.p, "mod.B.own", mod.A.c, mod.A.s,
              lambda x: x, len, "len", list.append, [].append, dict.fromkeys):
    show(thing)


class Base:
    "Base doc"

    def m(self): "m doc"


class Sub(Base):
    def m(self): pass
    ap = list.append
    def __len__(self): return 1
    lam = lambda self, x: x
    x = staticmethod(len)
    fn = len
    def long(self, argument_number_one=1, argument_number_two=2, argument_number_three=3, more=4, most=5): pass
    n1, n2, n3 = 1, "x" * 100, [1] * 50
    def __call__(self): pass


show(Sub)
show(Sub().m, title="About %s")
for count in range(4):
    scope = {}
    exec("def f(%s, b): pass" % ("a" * (71 + count)), scope)
    print(pydoc.plain(pydoc.render_doc(scope["f"])))
try:
    pydoc.render_doc("nothing.there")
except ImportError as error:
    print(error)
print(pydoc.splitdoc("One\n\nrest\nx"), pydoc.splitdoc("One\nTwo"), pydoc.splitdoc("One"))
print(repr(pydoc.getdoc(Sub)), pydoc.getdoc(Sub.m), repr(pydoc.getdoc(5)), pydoc.locate("os.path.join").__name__,
      pydoc.locate("zzz"))
print([pydoc.describe(thing) for thing in (pydoc, Base(), Base.m, Base, len, 5, Base().m, property())])
print(repr(pydoc.plain("a\bab\bb")), pydoc.visiblename("_x"), pydoc.visiblename("__add__"), pydoc.cram("a" * 50, 20))
print(pydoc.stripid("<x at 0x7f1234567890>"), pydoc.isdata(5), pydoc.isdata(len), pydoc.ispath("a/b"))
print(pydoc.replace("abc", "a", "b"), pydoc.classname(Base, "x"), pydoc.classname(Base, "__main__"))
print(pydoc.plaintext.document(Base), pydoc.TextDoc().bold("ab").encode())
for text in (r"a\b", "it's", "é\n"):
    print(pydoc.TextDoc().repr(text))
import io

out = io.StringIO()
pydoc.Helper(output=out).help(mod.g)
print(out.getvalue())
out = io.StringIO()
pydoc.Helper(output=out).help("nosuch")
print(out.getvalue())
pydoc.help(mod.f)
print(repr(pydoc.help))
with open("failing.py", "w") as file:
    file.write("1 / 0")
with open("misspelt.py", "w") as file:
    file.write("a b")
for name in ("failing", "misspelt"):
    try:
        pydoc.locate(name)
    except pydoc.ErrorDuringImport as error:
        print(str(error).replace(os.getcwd(), "DIR"))
