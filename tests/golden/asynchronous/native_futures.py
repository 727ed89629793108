# The futures of asyncio without a loop that runs: their states, messages and attributes.
import asyncio
from asyncio import futures


class Loop:
    """A loop that only notes what it is asked for."""

    def __init__(self):
        self.asked = []

    def get_debug(self):
        return False

    def call_soon(self, callback, *args, context=None):
        self.asked.append((callback, args))

    def call_exception_handler(self, context):
        print("told:", context["message"], repr(context.get("exception")))


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


print(asyncio.Future is futures._CFuture, asyncio.Future.__mro__, asyncio.Task.__mro__)
print(asyncio.Future.__text_signature__, asyncio.Task.__text_signature__)

empty = asyncio.Future.__new__(asyncio.Future)
for name in ("result", "exception", "done", "cancelled", "cancel", "get_loop", "__repr__", "__iter__", "__await__"):
    attempt(f"empty {name}", getattr(empty, name))
for name in ("set_result", "set_exception", "add_done_callback", "remove_done_callback"):
    attempt(f"empty {name}", lambda: getattr(empty, name)(1))
for name in ("_state", "_loop", "_callbacks", "_result", "_exception", "_log_traceback", "_cancel_message",
             "_asyncio_future_blocking", "_source_traceback"):
    attempt(f"empty {name}", lambda: getattr(empty, name))

attempt("no get_debug", lambda: asyncio.Future(loop=5))
attempt("positional", lambda: asyncio.Future(Loop()))
attempt("unknown", lambda: asyncio.Future(lop=None))

loop = Loop()
future = asyncio.Future(loop=loop)
print(future, future.get_loop() is loop, future._callbacks)
attempt("early result", future.result)
attempt("early exception", future.exception)
for name, value in (("_log_traceback", True), ("_log_traceback", 0), ("_asyncio_future_blocking", 3),
                    ("_cancel_message", "why"), ("_state", 1), ("_loop", None)):
    attempt(f"set {name}", lambda: setattr(future, name, value))
    attempt(f"get {name}", lambda: getattr(future, name) if name != "_loop" else "the loop")
for name in ("_log_traceback", "_asyncio_future_blocking", "_cancel_message"):
    attempt(f"delete {name}", lambda: delattr(future, name))
future.own = 1
print(future.own)


def first(future):
    pass


attempt("two callbacks", lambda: future.add_done_callback(first, print))
attempt("no callback", lambda: future.add_done_callback())
future.add_done_callback(print)
future.add_done_callback(first)
future.add_done_callback(print)
future.add_done_callback(len, context=None)
print([callback.__name__ for callback, context in future._callbacks], future._callbacks[-1][1])
print(repr(future).split(" at ")[0])
print(future.remove_done_callback(print), future.remove_done_callback(print), future.remove_done_callback(len))
future.set_result("done")
print([(callback.__name__, args == (future,)) for callback, args in loop.asked], future)
attempt("twice", lambda: future.set_result(2))
attempt("cancel", future.cancel)
future.add_done_callback(print)
print(loop.asked[-1][0])

for error in (ValueError("x"), KeyError, 1, StopIteration(3), int):
    future = asyncio.Future(loop=loop)
    attempt(f"set_exception {error!r}", lambda: future.set_exception(error))
    attempt("  result", future.result)
    attempt("  exception", lambda: repr(future.exception()))
future = asyncio.Future(loop=loop)
future.set_exception(StopIteration(3))
print(repr(future.exception().__cause__), repr(future.exception().__context__))

future = asyncio.Future(loop=loop)
print(future.cancel("a"), future.cancel(msg="b"), future, future.cancelled(), future.done(), future._cancel_message)
attempt("cancelled", future.result)
attempt("cancelled", future.exception)
print(repr(future._make_cancelled_error()))

asyncio.Future(loop=loop).set_exception(ValueError("nobody asks"))


class Named(asyncio.Future):
    def __del__(self):
        print("my end")
        super().__del__()


Named(loop=loop).set_exception(TypeError("nobody asks"))
print(Named(loop=loop), isinstance(asyncio.Future[int], type(list[int])))
