import inspect, functools, sys, types
from inspect import *
def f(a, /, b: int = 1, *args, c, d: 'str' = "x", **k) -> list[int]:
    """Doc of f.

        indented
    """
    return a
class Base:
    def m(self, x):
        "m of base"
    @property
    def p(self): "pp"; return 1
class A(Base):
    """A's
    doc"""
    attr = 1
    __slots__ = ()
    def __init__(self, q, r=2): pass
    def m(self, x): pass
    @classmethod
    def c(cls, y): pass
    @staticmethod
    def s(z): pass
    def __call__(self, w): pass
sig = signature(f); print(sig, repr(sig), list(sig.parameters), sig.return_annotation, sig.parameters['b'].kind, sig.parameters['b'].default, sig.parameters['d'].annotation, sig.parameters['a'].kind.description, repr(sig.parameters['b']), sig.parameters['c'].default is Parameter.empty)
for c in (f, A, A(1).m, A.m, A.c, A.s, A(1), functools.partial(f, 1, d=3), functools.partial(f, b=4), lambda x, *y: 0, len, [].append, list.append, str.join, int, print, sorted, dict.get, isinstance, object, type('E',(),{}), functools.wraps(f)(lambda *a: 0), sum, math if 0 else abs, getattr, dict.fromkeys):
    try: print(signature(c))
    except Exception as e: print(type(e).__name__, e)
def g(a, b, /, c, d=4, *, e, f=6): pass
s = signature(g)
for args, kw in [((1,2,3),{'e':5}), ((1,2),{'c':3,'e':5,'f':7}), ((1,),{}), ((1,2,3,4,5),{'e':1}), ((1,2,3),{'e':1,'z':2}), ((1,2,3),{'c':3,'e':1}), ((1,2,3),{}), ((1,2),{'e':1}), ((1,),{'b':2,'c':3,'e':4}), ((),{})]:
    try:
        b = s.bind(*args, **kw); print(b, b.args, b.kwargs); b.apply_defaults(); print(b.arguments)
    except TypeError as e: print(e)
print(s.bind_partial(1), s == signature(g), s != sig, hash(s) == hash(signature(g)), s.replace(parameters=[]), s.parameters['d'].replace(default=9), s.replace(return_annotation=int))
for bad in (lambda: Parameter('1a', 1), lambda: Parameter('a', 9), lambda: Parameter('a', Parameter.VAR_POSITIONAL, default=1), lambda: Signature([Parameter('a', 3), Parameter('b', 0)]), lambda: Signature([Parameter('a', 1, default=1), Parameter('b', 1)]), lambda: Signature([Parameter('a', 1), Parameter('a', 1)]), lambda: signature(1), lambda: Parameter(1, 1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(getfullargspec(f), getfullargspec(A.m), getfullargspec(A(1).m), getcallargs(g, 1, 2, 3, e=4))
print(getdoc(f)); print(getdoc(A)); print(getdoc(A.m), getdoc(A.p), getdoc(1) == int.__doc__)
print(isfunction(f), ismethod(A(1).m), isclass(A), ismodule(sys), isbuiltin(len), isroutine(str.join), ismethoddescriptor(str.join), isdatadescriptor(A.p), isgenerator(x for x in ()), isgeneratorfunction(f), iscode(f.__code__), isabstract(A), isawaitable(1), ismethodwrapper([].__len__))
def gen(): yield 1
async def co(): pass
x = gen(); y = co()
print(isgeneratorfunction(gen), iscoroutinefunction(co), iscoroutine(y), isawaitable(y)); y.close()
print([n for n, v in getmembers(A, isfunction)], [n for n, v in getmembers(A(1)) if not n.startswith('__')], getmro(A))
print(cleandoc('  a\n    b\n      c\n   \n'), type(getattr_static(A, 'p')).__name__, getattr_static(A(1), 'attr'), unwrap(functools.wraps(f)(lambda: 0)) is f)
def outer():
    n = 1
    def inner(): return n + len([]) + sys.maxsize + zzz
    return inner
v = getclosurevars(outer()); print(v.nonlocals, list(v.globals), list(v.builtins), v.unbound)
print(getsource(f)); print(getsource(A.m)); print(getsourcelines(outer)); print(getsource(A)[-30:])
def deco(fn): return fn
@deco
@functools.lru_cache
def long_one(a=(1,
    2), b="""
zero column
"""):
    # comment
    if a:
        return [
    1]

    # trailing comment in it
    x = 'a\
b'
# comment outside
lam = lambda q: (q +
   1)
print(getsource(long_one)); print(getsource(lam)); print(getcomments(gen), getcomments(lam))
def h():
    fr = currentframe(); i = getframeinfo(fr); return i.function, i.lineno, i.code_context, i.index, [(s.function, s.lineno) for s in stack()], getargvalues(fr).args
print(h(), getmodule(f).__name__, getfile(f) == __file__, getsourcefile(A) == __file__, getmodulename('/a/b.py'))
try: 1/0
except ZeroDivisionError: print([(t.function, t.lineno) for t in trace()])
for bad in (lambda: getsource(len), lambda: getfile(sys), lambda: getfile(int), lambda: getsource(1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(get_annotations(f), get_annotations(f, eval_str=True), formatannotation(int), formatannotation(A), formatannotation(list[int]), formatannotation('x'))
class M(type):
    def __call__(cls, *a, zz): return 1
class MM(metaclass=M): pass
class N:
    def __new__(cls, nn): return object.__new__(cls)
print(signature(MM), signature(N), [ (a.name, a.kind) for a in classify_class_attrs(A) if not a.name.startswith('__')], getclasstree([Base, A]))
