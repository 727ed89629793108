import io
import sys
from contextlib import *


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


@contextmanager
def tag(name, swallow=False):
    "Prints around."
    print(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as error:
        print("saw", repr(error))
        if not swallow:
            raise
    finally:
        print(f"</{name}>")


with tag("a") as value:
    print(value)
with tag("b", swallow=True):
    raise KeyError(1)
show(lambda: tag("c").__enter__())


def failing():
    with tag("d"):
        raise KeyError("out")


show(failing)


@tag("decorated")
def work(x):
    return x * 2


print(work(4), work(5), tag.__name__, tag.__doc__)


@contextmanager
def silent():
    if False:
        yield


@contextmanager
def endless():
    yield
    yield


show(lambda: silent().__enter__())


def use(manager, error=None):
    with manager:
        if error:
            raise error
    return "left"


show(lambda: use(endless()))
show(lambda: use(endless(), ValueError("v")))
show(lambda: use(tag("e"), StopIteration("s")))
show(lambda: use(suppress(ValueError, KeyError), KeyError(1)))
show(lambda: use(suppress(ValueError), TypeError("t")))
show(lambda: use(suppress(ValueError), ExceptionGroup("g", [ValueError(1), TypeError(2)])))
show(lambda: use(suppress(ValueError), ExceptionGroup("g", [ValueError(1)])))
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
with redirect_stderr(out) as target:
    print("error", file=sys.stderr)
print(repr(out.getvalue()), target is out)
with closing(io.StringIO("x")) as f:
    print(f.read())
with nullcontext(5) as five:
    print(f.closed, five, isinstance(nullcontext(), AbstractContextManager), isinstance(f, AbstractContextManager))
show(lambda: AbstractContextManager())
