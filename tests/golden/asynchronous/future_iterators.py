# What awaits a future: send, throw and close, and futures that are awaited wrongly.
import asyncio
import warnings


class Loop:
    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        pass


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


loop = Loop()
future = asyncio.Future(loop=loop)
iterator = iter(future)
print(type(iterator).__name__, iter(iterator) is iterator, next(iterator) is future, future._asyncio_future_blocking)
attempt("again", lambda: next(iterator))
future._asyncio_future_blocking = False
print(iterator.send("ignored") is future)
future.set_result(None)
attempt("None", lambda: next(iterator))
attempt("exhausted", lambda: next(iterator))

future = asyncio.Future(loop=loop)
future.set_result((1, 2))
try:
    next(iter(future))
except StopIteration as stop:
    print(stop.value)

future = asyncio.Future(loop=loop)
iterator = future.__await__()
attempt("throw", lambda: iterator.throw(ValueError("in")))
attempt("closed by it", lambda: next(iterator))
iterator = future.__await__()
attempt("throw class", lambda: iterator.throw(KeyError))
warnings.simplefilter("ignore")
attempt("throw class and value", lambda: iterator.throw(KeyError, "k"))
attempt("throw class and instance", lambda: iterator.throw(KeyError, KeyError(1)))
attempt("throw instance and value", lambda: iterator.throw(KeyError(), 1))
attempt("throw nothing", lambda: iterator.throw())
attempt("throw no traceback", lambda: iterator.throw(KeyError, None, 5))
iterator = future.__await__()
print(iterator.close(), list(iterator))


async def waits():
    return await future


coroutine = waits()
print(coroutine.send(None) is future, type(coroutine.cr_await).__name__)
attempt("still pending", lambda: coroutine.send(None))
coroutine = waits()
future._asyncio_future_blocking = False
coroutine.send(None)
future.set_exception(OSError("late"))
attempt("failed", lambda: coroutine.send(None))


def old_style():
    return (yield from asyncio.Future(loop=loop))


generator = old_style()
print(next(generator))
attempt("thrown through", lambda: generator.throw(RuntimeError("x")))
