# Loops that are none, or that fail at what they are asked for.
import asyncio
from asyncio import events


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


class Fails:
    def __init__(self, *at):
        self.at = at

    def asked(self, what):
        if what in self.at:
            raise ZeroDivisionError(what)

    def get_debug(self):
        self.asked("get_debug")
        return False

    def is_running(self):
        self.asked("is_running")
        return True

    def call_soon(self, callback, *args, context=None):
        self.asked("call_soon")

    def call_exception_handler(self, context):
        self.asked("call_exception_handler")


async def nothing():
    pass


def task_on(loop, **more):
    coroutine = nothing()
    try:
        return asyncio.Task(coroutine, loop=loop, **more)
    finally:
        coroutine.close()


attempt("object", lambda: asyncio.Future(loop=object()))
attempt("get_debug", lambda: asyncio.Future(loop=Fails("get_debug")))
attempt("call_soon", lambda: task_on(Fails("call_soon")))
attempt("is_running", lambda: task_on(Fails("is_running"), eager_start=True))
future = asyncio.Future(loop=Fails("call_soon"))
future.add_done_callback(print)
future.add_done_callback(print)
attempt("set_result", lambda: future.set_result(1))
print(future)
attempt("done already", lambda: future.add_done_callback(print))


class Changing:
    """Comparing it changes the callbacks that it is one of."""

    def __init__(self, future):
        self.future = future

    def __call__(self, future):
        pass

    def __eq__(self, other):
        for callback, context in self.future._callbacks or ():
            if isinstance(callback, Changing) and callback is not self:
                self.future.remove_done_callback(None)
        return False


future = asyncio.Future(loop=Fails())
future.add_done_callback(Changing(future))
print(future.remove_done_callback(print), len(future._callbacks))

print(events._get_running_loop())
events._set_running_loop("a loop")
print(asyncio.get_running_loop(), asyncio.get_event_loop(), asyncio.current_task())
events._set_running_loop(None)
attempt("none runs", asyncio.get_running_loop)
attempt("no task", asyncio.current_task)
attempt("two loops", lambda: events._set_running_loop(1, 2))


async def raising_callbacks():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split(" at ")[0].split("<locals>.")[-1],
                                                           repr(context["exception"])))

    def bad(*args):
        raise LookupError(*args)

    loop.call_soon(bad)
    loop.call_soon(bad, 1, 2)
    handle = loop.call_soon(print, "never")
    handle.cancel()
    print(handle.cancelled(), handle, handle._callback, handle._args)
    future = loop.create_future()
    future.add_done_callback(bad)
    future.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    class Strange(asyncio.Handle):
        pass

    print(Strange(len, ([],), loop), asyncio.Handle(len, (), loop).get_context() is not None)
    loop.set_debug(True)
    print(loop.create_future()._source_traceback[-1].name)


asyncio.run(raising_callbacks())
