# Classes that derive from Future and Task, eager tasks, and tasks that end the loop.
import asyncio
import gc
import weakref


class Loud(asyncio.Future):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.calls = []

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg)

    def add_done_callback(self, function, *, context=None):
        print("add", function.__name__)
        return super().add_done_callback(function, context=context)

    def result(self):
        print("result")
        return super().result()


class Counting(asyncio.Task):
    made = 0

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        type(self).made += 1


class Both(Counting, Loud):
    pass


async def value(result):
    await asyncio.sleep(0)
    return result


async def at_once():
    return "at once"


async def steps(log):
    log.append("a")
    await asyncio.sleep(0)
    log.append("b")


async def main():
    loop = asyncio.get_running_loop()
    loud = Loud(loop=loop)
    loop.call_soon(loud.set_result, 5)
    print(await loud, loud.calls)

    async def waits():
        await Loud(loop=loop)

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))

    loop.set_task_factory(lambda loop, coro, **more: Counting(coro, loop=loop, **more))
    print(await asyncio.gather(value(1), value(2)), Counting.made)
    loop.set_task_factory(asyncio.eager_task_factory)
    log = []
    task = asyncio.create_task(steps(log))
    print(log, task.done(), task in asyncio.all_tasks())
    await task
    print(log, task.get_coro().__name__)
    task = asyncio.create_task(at_once(), name="eager")
    print(task.done(), task.result(), task.get_name(), task in asyncio.all_tasks(), task.get_coro())
    print(asyncio.current_task().get_name())
    loop.set_task_factory(None)

    task = Both(value(3), loop=loop)
    print(await task, Both.__mro__[1:4])

    class Stranger:
        """It is no future, but made like one."""
        _asyncio_future_blocking = False

        def __init__(self):
            self.inner = loop.create_future()

        def get_loop(self):
            return loop

        def add_done_callback(self, function, *, context):
            print("stranger asked by", function.__name__, function.__self__ is asyncio.current_task())
            loop.call_soon(function, self, context=context)

        def result(self):
            return "of a stranger"

        def __await__(self):
            self._asyncio_future_blocking = True
            yield self
            return self.result()

    async def of_stranger():
        return await Stranger()

    print(await asyncio.create_task(of_stranger()))

    # A task that waits for what nobody else knows ends with it.
    async def forgotten():
        await loop.create_future()

    task = asyncio.create_task(forgotten())
    task._log_destroy_pending = False
    await asyncio.sleep(0)
    known = weakref.ref(task)
    del task
    gc.collect()
    print(known() is None, len(asyncio.all_tasks()))


asyncio.run(main())


async def leaves():
    raise SystemExit(4)


try:
    asyncio.run(leaves())
except SystemExit as leaving:
    print("left with", leaving.code)
