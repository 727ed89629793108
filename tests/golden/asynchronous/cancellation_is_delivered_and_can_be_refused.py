import asyncio


async def stubborn(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("refused")
    await asyncio.sleep(0)
    return "finished"


async def cleaning(log):
    try:
        await asyncio.sleep(10)
    finally:
        log.append("cleaning")
        await asyncio.sleep(0.001)
        log.append("clean")


async def converting():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        raise LookupError("instead") from error


async def main():
    log = []
    task = asyncio.create_task(stubborn(log))
    await asyncio.sleep(0)
    task.cancel()
    print(await task, log, task.cancelled(), task.cancelling())
    task = asyncio.create_task(cleaning(log := []))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(log, task.cancelled())
    task = asyncio.create_task(converting())
    await asyncio.sleep(0)
    task.cancel("msg")
    try:
        await task
    except LookupError as error:
        print(error, repr(error.__cause__))
    never = asyncio.create_task(stubborn(log := []))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("never began", log)
    task = asyncio.create_task(stubborn(log := []))
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(task.cancelling(), task.uncancel(), task.cancelling())
    print(await task)

    async def outer():
        inner = asyncio.create_task(cleaning(log))
        try:
            await inner
        except asyncio.CancelledError:
            log.append(f"inner cancelled: {inner.cancelled()}")
            raise
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.wait([task])
    print(log, task.cancelled())

    async def shielded():
        inner = asyncio.ensure_future(asyncio.sleep(0.005, "inner result"))
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError:
            return await inner
    task = asyncio.create_task(shielded())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)
    me = asyncio.current_task()
    me.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled myself", me.uncancel())
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)


asyncio.run(main())
