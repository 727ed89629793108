# Stacks of contexts whose exits fail, swallow, replace and are moved elsewhere.
import contextlib


class Context:
    def __init__(self, name, enter=None, leave=None):
        self.name, self.enter, self.leave = name, enter, leave

    def __enter__(self):
        print("enter", self.name)
        if self.enter:
            raise self.enter
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, repr(value))
        if isinstance(self.leave, Exception):
            raise self.leave
        return self.leave


def chain(error):
    parts = []
    while error is not None:
        parts.append(repr(error))
        error = error.__context__
    return " <- ".join(parts)


try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(Context("a"))
        stack.enter_context(Context("b", leave=ValueError("from b")))
        stack.push(lambda *details: print("pushed", details[0].__name__))
        stack.callback(print, "callback", end="!\n")
        raise KeyError("body")
except Exception as error:
    print(chain(error))
with contextlib.ExitStack() as stack:
    stack.enter_context(Context("c", leave=True))
    stack.enter_context(Context("d", leave=OSError("from d")))
    1 / 0
print("swallowed")
with contextlib.ExitStack() as stack:
    stack.enter_context(Context("kept"))
    kept = stack.pop_all()
print("not yet left")
kept.close()
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(Context("e"))
        stack.enter_context(Context("f", enter=RuntimeError("no entry")))
except RuntimeError as error:
    print(chain(error))
for wrong in 1, object():
    try:
        contextlib.ExitStack().enter_context(wrong)
    except TypeError as error:
        print(error)


@contextlib.contextmanager
def twice():
    try:
        yield 1
    except KeyError:
        yield 2


try:
    with twice():
        raise KeyError
except RuntimeError as error:
    print(error, repr(error.__context__))
with contextlib.suppress(KeyError, ValueError), contextlib.nullcontext("x") as value:
    print(value)
    raise ExceptionGroup("group", [KeyError(1), ValueError(2)])
print("whole group suppressed")
