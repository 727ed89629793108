"""Attributes of tasks by which libraries of cancel scopes decide what to cancel."""
import asyncio
from asyncio.base_events import _run_until_complete_cb


async def wait(future):
    await future


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait(future))
    print(task._fut_waiter, task._must_cancel)
    await asyncio.sleep(0)
    print(task._fut_waiter is future, task._must_cancel)
    task.cancel()
    print(task.cancelling(), future.cancelled())
    early = asyncio.create_task(wait(future))
    early.cancel()
    print(early._must_cancel, early._fut_waiter)
    await asyncio.wait([task, early])
    print(any(callback is _run_until_complete_cb for callback, _ in asyncio.current_task()._callbacks))


asyncio.run(main())
