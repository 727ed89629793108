import asyncio


async def work(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    return name


async def main():
    print(await asyncio.gather(work("a", 0.02), work("b", 0.01), work("c", 0)))
    print(await asyncio.gather(), await asyncio.gather(work("a", 0), work("b", 0, True), return_exceptions=True))
    try:
        await asyncio.gather(work("slow", 0.02), work("bad", 0, True), work("worse", 0.01, True))
    except ValueError as error:
        print("first:", error)
    await asyncio.sleep(0.03)
    same = work("same", 0)
    print(await asyncio.gather(same, same))
    task = asyncio.create_task(work("t", 0), name="my-task")
    print(task.get_name(), task.done(), await task, task.done(), task.result(), task.exception())
    task.set_name(5)
    print(task.get_name(), await task)
    failing = asyncio.create_task(work("f", 0, True))
    await asyncio.wait([failing])
    print(repr(failing.exception()), failing.cancelled())
    try:
        failing.result()
    except ValueError as error:
        print("result:", error)
    pending = asyncio.create_task(work("p", 1))
    for call in (pending.result, pending.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    print(pending.cancel("why"), pending.cancelling(), pending.done())
    try:
        await pending
    except asyncio.CancelledError as error:
        print("cancelled", error.args, pending.cancelled(), pending.cancel())
    group = asyncio.gather(work("x", 5), work("y", 5))
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled", group.cancelled(), group.done())
    for bad in (5, None, "x"):
        try:
            await asyncio.gather(bad)
        except TypeError as error:
            print(error)
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
