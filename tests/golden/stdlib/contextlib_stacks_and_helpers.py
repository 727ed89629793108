"""ExitStack order and errors, suppress, redirect_stdout, nullcontext, closing and ContextDecorator."""
import contextlib
import io


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def cb(*args, **kwargs):
    print("callback", args, kwargs)


class M:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, kind, value, tb): print("exit", self.n, kind and kind.__name__, value); return self.swallow


with contextlib.ExitStack() as stack:
    print(stack.enter_context(M(1)), stack.callback(cb, 1, k=2) is cb)
    stack.push(M(2, True))
    stack.push(lambda kind, value, tb: print("pushed", kind and kind.__name__))
    raise KeyError("inside")
print("after")
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(cb)
        raise ValueError("body")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
with contextlib.ExitStack() as stack:
    stack.callback(cb, "moved")
    kept = stack.pop_all()
print("not yet")
kept.close()
for bad in ((lambda: contextlib.ExitStack().enter_context(5)), (lambda: contextlib.ExitStack().push(5)), (lambda: contextlib.ExitStack().callback()), (lambda: contextlib.contextmanager(5)()), (lambda: contextlib.closing(5).__exit__(None, None, None)), (lambda: contextlib.suppress(5).__exit__(KeyError, KeyError(), None)), (lambda: contextlib.nullcontext(7).__enter__()), (lambda: contextlib.suppress(KeyError).__exit__(IndexError, IndexError(), None)), (lambda: contextlib.suppress(LookupError).__exit__(IndexError, IndexError(), None)), (lambda: contextlib.AbstractContextManager())):
    attempt(bad)
with contextlib.suppress(KeyError, ValueError):
    raise KeyError
with contextlib.suppress(KeyError):
    raise ExceptionGroup("g", [KeyError()])
try:
    with contextlib.suppress(KeyError):
        raise ExceptionGroup("g", [KeyError(), OSError()])
except ExceptionGroup as group:
    print(repr(group))
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer) as target:
    print("hidden")
    with contextlib.redirect_stdout(None):
        print("gone")
print(repr(buffer.getvalue()), target is buffer)


class Deco(contextlib.ContextDecorator):
    def __enter__(self): print("[", end="")
    def __exit__(self, *a): print("]")


@Deco()
def f(x):
    print(x, end="")
    return x


print(f(5))
with contextlib.closing(io.StringIO("x")) as s:
    pass
print(s.closed)
