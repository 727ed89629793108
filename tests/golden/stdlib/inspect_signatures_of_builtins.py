"""Signatures of built-in classes and functions, and replace() with what is empty."""
import inspect
from inspect import Parameter, Signature


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for item in (enumerate, reversed, float, complex, list, tuple, set, property, len, sorted, open, print, abs, divmod, sum,
             compile, eval, input, isinstance, round, chr, all, pow, repr, callable, delattr, hash, format):
    attempt(lambda: f"{item.__name__}{inspect.signature(item)}")
for item in (int, str, bytes, dict, range, slice, zip, map, filter, iter, getattr, max, vars, dir, super, bool, object):
    attempt(lambda: f"{item.__name__}{inspect.signature(item)}")


def f(a: int, b=2, *args, c, **kw) -> str: ...


s = inspect.signature(f)
attempt(lambda: s.replace(return_annotation=Signature.empty))
attempt(lambda: s.replace(parameters=[]))
attempt(lambda: s.replace(parameters=list(s.parameters.values())[::-1]))
attempt(lambda: s.replace(parameters=[s.parameters["a"], s.parameters["a"]]))
p = s.parameters["a"]
attempt(lambda: p.replace(annotation=Parameter.empty))
attempt(lambda: p.replace(name="x", kind=Parameter.KEYWORD_ONLY, default=5))
attempt(lambda: p.replace(name="1x"))
attempt(lambda: p.replace(name="class"))
attempt(lambda: Parameter("a", Parameter.VAR_POSITIONAL, default=1))
attempt(lambda: Parameter("a", 9))
attempt(lambda: Parameter(1, Parameter.KEYWORD_ONLY))
attempt(lambda: s.bind(1))
attempt(lambda: s.bind(1, c=2))
attempt(lambda: s.bind_partial())
attempt(lambda: s == inspect.signature(f))
attempt(lambda: hash(s) == hash(inspect.signature(f)))
