# Tasks: names, stacks, what their coroutines must not yield, requests to cancel, and steps at the wrong time.
import asyncio
import io
import types
from asyncio import tasks


def attempt(what, call):
    try:
        print(what, "->", call())
    except BaseException as error:
        print(what, "->", type(error).__name__, str(error).split(" coro=")[0])


@types.coroutine
def yields(value):
    return (yield value)


def words(error):
    """A message without the places in it."""
    return " ".join(word for word in str(error).split() if "/" not in word and "0x" not in word)


async def sleeper():
    await asyncio.sleep(100)


async def bad(value):
    try:
        await yields(value)
    except RuntimeError as error:
        return words(error)


async def main():
    loop = asyncio.get_running_loop()
    current = asyncio.current_task()
    print(current is asyncio.current_task(loop), current in asyncio.all_tasks(), tasks._CTask is asyncio.Task)

    for value in (1, "x", asyncio.Future(), (lambda: (yield))()):
        print(await asyncio.create_task(bad(value), name="bad"))

    async def of_itself():
        try:
            await asyncio.current_task()
        except RuntimeError as error:
            return words(error)

    print(await asyncio.create_task(of_itself(), name="self"))
    other = asyncio.new_event_loop()
    foreign = other.create_future()

    async def of_other():
        try:
            await foreign
        except RuntimeError as error:
            return words(error).replace("running at ", "")

    print(await asyncio.create_task(of_other(), name="other"))
    other.close()

    task = asyncio.create_task(sleeper(), name=7)
    print(task.get_name(), task.get_coro().__name__, type(task.get_context()).__name__, task.cancelling())
    task.set_name(3.5)
    await asyncio.sleep(0)
    print(task.get_name(), [frame.f_code.co_name for frame in task.get_stack()], task.get_stack(limit=0))
    text = io.StringIO()
    task.print_stack(file=text)
    print([line.strip() for line in text.getvalue().splitlines() if "sleep(" in line or "sleeper" in line][-1])
    print(task._fut_waiter is not None, task._must_cancel, task._log_destroy_pending)
    print(task.cancel("one"), task.cancel("two"), task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    print(task.cancel(), task.cancelled(), task.get_stack())

    async def fails():
        raise ValueError("own")

    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    print([frame.f_code.co_name for frame in task.get_stack()], repr(task.exception()))
    attempt("set_result", lambda: task.set_result(1))
    attempt("set_exception", lambda: task.set_exception(1))
    attempt("no coroutine", lambda: asyncio.Task(1))
    attempt("no arguments", lambda: asyncio.Task())
    attempt("unknown", lambda: asyncio.Task(1, loop=loop, what=1))
    attempt("two", lambda: asyncio.Task(1, 2))

    async def quiet():
        return "quiet"

    async def within():
        task = asyncio.Task(quiet(), loop=loop)
        step = loop._ready[-1]._callback
        print(type(step).__name__, step.__self__ is task)
        attempt("step with argument", lambda: step(1))
        attempt("step with keyword", lambda: step(a=1))
        attempt("step within a step", lambda: step())
        return await task

    print(words(await asyncio.create_task(within(), name="within")))
    attempt("enter", lambda: tasks._enter_task(loop, "second"))
    attempt("leave", lambda: tasks._leave_task(loop, "second"))
    print(tasks._swap_current_task(loop, None) is current, asyncio.current_task())
    attempt("leave", lambda: tasks._leave_task(loop, "second"))
    print(tasks._swap_current_task(loop, current))

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            return f"no: {error!r}"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("please")
    print(await task, task.cancelled(), task.cancelling())

    task = asyncio.create_task(stubborn())
    task.cancel("before it began")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task)




asyncio.run(main())
