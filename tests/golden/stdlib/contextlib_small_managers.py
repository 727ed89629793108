from contextlib import AbstractContextManager, ContextDecorator, ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io

with suppress(KeyError, IndexError) as nothing:
    print(nothing)
    {}["x"]
    print("not reached")
with nullcontext("given") as value:
    print(value)
out = io.StringIO()
with redirect_stdout(out):
    print("caught")
print(repr(out.getvalue()))


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)


@contextmanager
def noisy(name):
    print("enter", name)
    try:
        yield name
    except LookupError as error:
        print("swallow", repr(error))
    finally:
        print("exit", name)


with noisy("a"):
    raise KeyError(1)


@noisy("decorator")
def decorated():
    print("inside")


decorated()
decorated()
with ExitStack() as stack:
    stack.enter_context(noisy("one"))
    stack.callback(print, "called", end="!\n")
    stack.push(lambda kind, error, tb: print("saw", kind.__name__) or True)
    raise ValueError


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield 1
    yield 2


for manager in (never(), twice(), nullcontext, 5, closing(5)):
    try:
        with manager:
            print("body")
    except Exception as error:
        print(type(error).__name__, error)
