import functools
import inspect
from inspect import Parameter, Signature, signature


def f(a, b: int = 1, /, c=2, *args: str, d, e: "list[int]" = None, **kw) -> float:
    """Doc.

        indented
    """


class C:
    def __init__(self, x, y=1): ...

    def method(self, z): ...

    @classmethod
    def make(cls, n): ...

    @staticmethod
    def static(s): ...

    def __call__(self, call): ...


class New:
    def __new__(cls, a, *rest): ...


class Meta(type):
    def __call__(cls, *args, meta=1): ...


class WithMeta(metaclass=Meta):
    def __init__(self, hidden): ...


def wrapper(func):
    @functools.wraps(func)
    def inner(*args, **kwargs):
        return func(*args, **kwargs)
    return inner


class Sig:
    __signature__ = Signature([Parameter("own", Parameter.POSITIONAL_ONLY)])

    def __call__(self): ...


class Plain:
    pass


for obj in (f, C, C.method, C(1).method, C.make, C.static, C(1), New, WithMeta, wrapper(f), functools.partial(f, 1, d=5), functools.partial(f, c=1), Sig(), Plain, lambda: 0, lambda x=1, *, y: x,
            functools.partialmethod(C.method, 5).func, (lambda *, a, b=1: 0), functools.lru_cache(f), len, sorted, dict.get, str.split, int.__add__, object, print):
    try:
        print(getattr(obj, "__name__", type(obj).__name__), signature(obj))
    except (ValueError, TypeError) as error:
        print(getattr(obj, "__name__", obj), type(error).__name__, error)
for bad in (5, "x", None, dict):
    try:
        print(signature(bad))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
s = signature(f)
print([(p.name, p.kind.name, p.kind.description, p.default is p.empty, p.annotation) for p in s.parameters.values()], s.return_annotation)
b = s.bind(1, 2, 3, 4, 5, d=6, z=7)
print(b, b.args, b.kwargs, b.arguments)
b = s.bind(1, d=2)
b.apply_defaults()
print(b.arguments, b.signature is s, b == s.bind_partial(1, d=2))
for args, kw in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2}), ((1, 2, 3), {"c": 1, "d": 1})):
    try:
        print(s.bind(*args, **kw))
    except TypeError as error:
        print(error)
print(signature(lambda a, b: 0).bind_partial(b=1).arguments, s.replace(parameters=[], return_annotation=Signature.empty), s == signature(f), hash(s) == hash(signature(f)) if 0 else "")
P = Parameter
for params in ([P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)], [P("a", P.POSITIONAL_ONLY), P("a", P.KEYWORD_ONLY)], [P("a", P.POSITIONAL_OR_KEYWORD, default=1), P("b", P.POSITIONAL_OR_KEYWORD)]):
    try:
        print(Signature(params))
    except ValueError as error:
        print(error)
for args in (("1a", P.KEYWORD_ONLY), ("class", P.KEYWORD_ONLY), ("a", 9), ("args", P.VAR_POSITIONAL, ), (5, P.KEYWORD_ONLY)):
    try:
        print(P(*args, default=3) if args[0] == "args" else P(*args))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
p = P("x", P.POSITIONAL_OR_KEYWORD, default=5, annotation=int)
print(p, repr(p), p.replace(name="y", default=P.empty), p == p.replace(), hash(p) == hash(p.replace()))
print(inspect.getdoc(f), inspect.getfullargspec(f), inspect.formatannotation(list[int]), inspect.cleandoc("  a\n    b\n   c"), sep="\n")
print(inspect.getcallargs(lambda a, *b, c=1, **d: 0, 1, 2, e=3), inspect.unwrap(wrapper(f)) is f, inspect.isclass(C), inspect.isroutine(len), inspect.ismethod(C(1).method),
      inspect.isfunction(C.method), inspect.isbuiltin(len), inspect.ismethoddescriptor(str.split), inspect.isdatadescriptor(property()), inspect.isabstract(C), inspect.ismodule(inspect))


class Doc:
    """Class doc."""

    def m(self):
        """Base method doc."""


class Sub(Doc):
    def m(self): ...


print(inspect.getdoc(Sub), inspect.getdoc(Sub.m), inspect.getmro(Sub), [n for n, _ in inspect.getmembers(Sub, inspect.isfunction)], inspect.classify_class_attrs(Sub)[-1].name)
print(inspect.getattr_static(C, "nope", "default"), [a.name for a in inspect.classify_class_attrs(C) if a.defining_class is C and a.kind == "class method"])
gen = (x for x in [1])
print(inspect.getgeneratorstate(gen), next(gen), inspect.getgeneratorstate(gen), gen.close(), inspect.getgeneratorstate(gen))


def outer():
    v = 1

    def inner():
        return v, len, undefined
    return inner


print(inspect.getclosurevars(outer()))
print(inspect.getsource(outer).splitlines()[0], inspect.getsourcelines(C.make), inspect.getmodule(f).__name__, inspect.currentframe().f_lineno > 0, inspect.getcomments(outer))
for bad in (int, 5, len):
    try:
        inspect.getsource(bad)
    except (TypeError, OSError) as error:
        print(type(error).__name__, str(error)[:70])
