import asyncio
import contextvars

var = contextvars.ContextVar("var", default="default")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    log = []
    future.add_done_callback(lambda f: log.append(("one", f.result())))
    second = lambda f: log.append("two")
    future.add_done_callback(second)
    future.add_done_callback(second)
    print(future.remove_done_callback(second), future.done(), future.cancelled())
    future.set_result(5)
    print(log, future.done(), future.result())
    await asyncio.sleep(0)
    print(log)
    future.add_done_callback(lambda f: log.append("late"))
    await asyncio.sleep(0)
    print(log[-1], await future, await future)
    for call in (lambda: future.set_result(6), lambda: future.set_exception(ValueError()), lambda: future.cancel()):
        try:
            print(call())
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    failing = loop.create_future()
    failing.set_exception(KeyError("k"))
    try:
        await failing
    except KeyError as error:
        print(repr(error), repr(failing.exception()))
    classy = loop.create_future()
    classy.set_exception(ValueError)
    print(repr(classy.exception()))
    odd = loop.create_future()
    for value in (StopIteration("stop"), 5):
        try:
            odd.set_exception(value)
            print(repr(odd.exception()), repr(odd.exception().__cause__))
        except (TypeError, asyncio.InvalidStateError) as error:
            print(type(error).__name__, error)
    cancelled = loop.create_future()
    cancelled.cancel("reason")
    for call in (cancelled.result, cancelled.exception):
        try:
            call()
        except asyncio.CancelledError as error:
            print("CancelledError", error.args)
    handles = []
    var.set("main")
    context = contextvars.copy_context()
    context.run(var.set, "other")
    loop.call_soon(lambda: handles.append(var.get()))
    loop.call_soon(lambda: handles.append(var.get()), context=context)
    stopped = loop.call_soon(handles.append, "never")
    stopped.cancel()
    loop.call_later(0.04, handles.append, "later 2")
    loop.call_later(0.001, handles.append, "later 1")
    loop.call_at(loop.time() + 0.08, handles.append, "at")
    await asyncio.sleep(0.12)
    print(handles, stopped.cancelled())
    task = asyncio.create_task(asyncio.sleep(0), context=context)
    print(task.get_context() is context, asyncio.isfuture(task), asyncio.isfuture(5), asyncio.iscoroutine(task))
    await task
    errors = []
    loop.set_exception_handler(lambda loop, context: errors.append((context["message"], repr(context["exception"]))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(errors)
    print(await asyncio.ensure_future(future) == 5, asyncio.ensure_future(future) is future)
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
for call in (asyncio.get_running_loop, lambda: asyncio.run(5), asyncio.current_task):
    try:
        call()
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
