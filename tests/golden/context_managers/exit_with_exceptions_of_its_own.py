"""What __exit__ returns and raises decides what the block raises; contexts are kept."""
class M:
    def __init__(self, answer=None, error=None):
        self.answer, self.error = answer, error

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if self.error:
            raise self.error
        return self.answer


def run(manager, body):
    try:
        with manager:
            body()
        print("passed")
    except Exception as error:
        print(repr(error), "context", repr(error.__context__))


def fail():
    raise ValueError("body")


run(M(), lambda: None)
run(M(), fail)
run(M(True), fail)
run(M(1), fail)
run(M([]), fail)
run(M("x"), fail)
run(M(error=KeyError("exit")), fail)
run(M(error=KeyError("exit")), lambda: None)


class BadBool:
    def __bool__(self):
        raise TypeError("no truth")


run(M(BadBool()), fail)
run(M(BadBool()), lambda: None)
with M(True):
    with M(error=KeyError("x")):
        raise ValueError
print("outer swallowed")


class Enter:
    def __enter__(self):
        raise OSError("enter")

    def __exit__(self, *args):
        print("never")


run(Enter(), fail)
import contextlib


@contextlib.contextmanager
def cm(swallow):
    try:
        yield "value"
    except ValueError as error:
        print("seen", error)
        if not swallow:
            raise
    finally:
        print("cleanup")


run(cm(True), fail)
run(cm(False), fail)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


run(twice(), lambda: None)
run(twice(), fail)


@contextlib.contextmanager
def never():
    if False:
        yield


run(never(), fail)
used = cm(True)
with used:
    pass
run(used, lambda: None)


@cm(True)
def decorated():
    print("in decorated")
    fail()


decorated()
decorated()
