"""getsource-free inspection: predicates, members, mro, annotations, closures, unwrap, callargs."""
import functools
import inspect


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def f(a, b: int = 2, /, *args, c, d=4, **kw) -> str:
    "Doc.\n    more"


class C:
    "class doc"
    x = 1
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    @property
    def p(self): "p doc"
    class Inner: pass


def gen(): yield
async def co(): pass
async def ag(): yield


print([name for name in dir(inspect) if name.startswith("is") and getattr(inspect, name)(f)], [name for name in dir(inspect) if name.startswith("is") and name not in ("iskeyword",) and getattr(inspect, name)(C().m)], inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.isclass(C), inspect.isbuiltin(len), inspect.isroutine(str.join), inspect.isdatadescriptor(C.p), inspect.ismethoddescriptor(str.join), inspect.isabstract(C), inspect.ismodule(inspect))
print(inspect.getdoc(f), inspect.getdoc(C.p), inspect.cleandoc(" a\n   b\n  c "), inspect.getmro(C), inspect.getfullargspec(f), inspect.getcallargs(lambda a, b=2, *c: 0, 1, 5, 6), inspect.getmodule(f).__name__, inspect.getattr_static(C, "p").__class__.__name__, inspect.unwrap(functools.wraps(f)(lambda: 0)) is f, inspect.getclosurevars(lambda: C).globals.keys(), [n for n, v in inspect.getmembers(C) if not n.startswith("__")], [m.name for m in inspect.classify_class_attrs(C) if m.defining_class is C and not m.name.startswith("__")], inspect.get_annotations(f), inspect.getmembers_static(C, inspect.isclass)[-1][0])
sig = inspect.signature(f)
b = sig.bind(1, 2, 3, c=4, e=5)
b.apply_defaults()
print(sig, b, b.args, b.kwargs, b.arguments, [str(p.kind) for p in sig.parameters.values()], sig.return_annotation, inspect.signature(C), inspect.signature(C().m), inspect.signature(C.c), inspect.signature(functools.partial(f, 1, c=2)), inspect.signature(lambda x, *, y=[]: 0), inspect.signature(functools.partial(lambda a, b, c: 0, b=1)))
for bad in ((lambda: sig.bind()), (lambda: sig.bind(1)), (lambda: sig.bind(1, c=2, a=3)), (lambda: sig.bind_partial(zz=1)), (lambda: inspect.signature(5)), (lambda: inspect.signature(int)) if False else (lambda: inspect.signature("x")), (lambda: inspect.getdoc(5) is not None), (lambda: inspect.getfullargspec(5)), (lambda: inspect.getmro(5)), (lambda: inspect.getattr_static(C, "nope")), (lambda: inspect.getattr_static(C, "nope", "d")), (lambda: inspect.getclosurevars(5)), (lambda: inspect.Parameter("a b", inspect.Parameter.KEYWORD_ONLY)), (lambda: inspect.Signature([inspect.Parameter("a", 1), inspect.Parameter("a", 1)])), (lambda: inspect.getgeneratorstate(gen())), (lambda: inspect.getcoroutinestate(5)), (lambda: inspect.getsource(len)), (lambda: inspect.getfile(int)), (lambda: inspect.getmodulename("/a/b.py"))):
    attempt(bad)
