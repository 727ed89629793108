import inspect


def f(a, b: int = 2, /, c=3, *args: str, d, e=5, **kw) -> bool: ...


class C:
    def __init__(self, x, y=1): ...

    def method(self, a): ...

    @classmethod
    def make(cls, b): ...

    @staticmethod
    def loose(c): ...

    def __call__(self, z): ...


s = inspect.signature(f)
print(s, [(p.name, p.kind.name, p.default is p.empty) for p in s.parameters.values()], s.return_annotation, inspect.signature(C), inspect.signature(C(1)), inspect.signature(C(1).method), inspect.signature(C.method), inspect.signature(C.make), inspect.signature(C.loose), inspect.signature(lambda: 0), inspect.signature(len), inspect.signature(sorted))
bound = s.bind(1, 2, 3, "x", d=4, z=9)
print(bound, bound.args, bound.kwargs, s.bind_partial(1).arguments, s.parameters["d"].replace(default=0), s == inspect.signature(f))
b = s.bind(1, d=0)
b.apply_defaults()
print(b.arguments)
for call in (lambda: s.bind(), lambda: s.bind(1), lambda: s.bind(1, a=2, d=3), lambda: inspect.signature(5), lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)]), lambda: inspect.Parameter("1a", inspect.Parameter.KEYWORD_ONLY), lambda: inspect.signature(C.method).bind(1, 2, 3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(inspect.isfunction(f), inspect.ismethod(C(1).method), inspect.isbuiltin(len), inspect.isclass(C), inspect.isgeneratorfunction(f), inspect.iscoroutinefunction(f), inspect.isroutine(str.join), inspect.getmodule(f).__name__, inspect.getdoc(len)[:10], [n for n, _ in inspect.getmembers(C) if not n.startswith("__")], inspect.cleandoc("  a\n    b\n"), inspect.getfullargspec(f).kwonlyargs, inspect.getmro(bool), inspect.unwrap(f) is f)
