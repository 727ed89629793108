import contextlib
from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def step(name, swallow=None, fail=None):
    print("enter", name)
    try:
        yield name
    except BaseException as error:
        print("error in", name, repr(error), "context", repr(error.__context__))
        if swallow and isinstance(error, swallow):
            return
        raise
    finally:
        print("exit", name)
        if fail:
            raise fail


with ExitStack() as stack:
    print(stack.enter_context(step("a")), stack.callback(print, "callback", sep="-") is print)
    stack.push(lambda *info: print("pushed", info[0]))
    stack.enter_context(step("b", swallow=ValueError))
    raise ValueError("v")
try:
    with ExitStack() as stack:
        stack.enter_context(step("outer"))
        stack.enter_context(step("inner", fail=KeyError("second")))
        raise ValueError("first")
except KeyError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
with ExitStack() as stack:
    stack.enter_context(step("kept"))
    kept = stack.pop_all()
print("nothing closed", kept.close(), kept.close())
for bad in (5, object()):
    try:
        with ExitStack() as stack:
            stack.enter_context(bad)
    except TypeError as error:
        print(error)


@contextmanager
def broken():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def ignores():
    try:
        yield
    except ValueError:
        pass
    yield "again"


for manager in (broken(), twice()):
    try:
        with manager:
            pass
    except RuntimeError as error:
        print(error)
try:
    with ignores():
        raise ValueError
except RuntimeError as error:
    print(error)


@contextmanager
def stops():
    yield


for error in (StopIteration("s"), RuntimeError("r"), GeneratorExit("g")):
    try:
        with stops():
            raise error
    except BaseException as caught:
        print(repr(caught), caught is error, caught.__cause__)
manager = step("once")
with manager:
    pass
try:
    with manager:
        pass
except (AttributeError, RuntimeError) as error:
    print(type(error).__name__, error)


@step("decorator")
def decorated(x):
    print("body", x)
    return x * 2


print(decorated(3), decorated(4), decorated.__name__)
with suppress(KeyError, IndexError) as nothing:
    [][1]
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(repr(group), nothing)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing, nullcontext(5) as five:
    print(type(thing).__name__, five)
import io
out = io.StringIO()
with redirect_stdout(out), redirect_stderr(out):
    print("captured")
    import sys
    print("err", file=sys.stderr)
print(repr(out.getvalue()), contextlib.AbstractContextManager.__subclasshook__(Thing), issubclass(ExitStack, contextlib.AbstractContextManager))


class Deco(contextlib.ContextDecorator):
    def __enter__(self):
        print("in")
        return self

    def __exit__(self, *exc):
        print("out", exc[0])
        return True


@Deco()
def raising():
    raise KeyError


print(raising())
import os
here = os.getcwd()
with contextlib.chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)
deep = ExitStack()
with deep:
    for i in range(3000):
        deep.callback(lambda: None)
print("many callbacks")
