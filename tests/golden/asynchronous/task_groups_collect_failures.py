import asyncio


async def fail(error, delay=0):
    await asyncio.sleep(delay)
    raise error


async def log_cancel(log, name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append(name)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0, n)) for n in range(3)]
    print([t.result() for t in tasks])
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("v")))
            group.create_task(fail(TypeError("t")))
            group.create_task(log_cancel(log, "sleeper"))
            await asyncio.sleep(10)
            print("not reached")
    except* ValueError as group:
        print("values", group.exceptions)
    except* TypeError as group:
        print("types", group.exceptions, group.message)
    print(log)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(log_cancel(log, "second"))
            await asyncio.sleep(0)
            raise KeyError("body")
    except BaseExceptionGroup as error:
        print(repr(error), log)
    group = asyncio.TaskGroup()
    coroutine = asyncio.sleep(0)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error).split(" at ")[0] if " at " in str(error) else str(error))
    coroutine.close()
    async with group:
        try:
            await group.__aenter__()
        except RuntimeError as error:
            print(str(error)[-30:])
    coroutine = asyncio.sleep(0)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error)[-12:])
    coroutine.close()

    async def nested():
        async with asyncio.TaskGroup() as outer:
            outer.create_task(log_cancel(log, "outer"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(OSError("deep")))
                inner.create_task(log_cancel(log, "inner"))
    try:
        await nested()
    except* OSError as error:
        print(error.exceptions)
    print(log)

    async def waiting():
        async with asyncio.TaskGroup() as group:
            group.create_task(log_cancel(log, "by cancel"))
            await asyncio.sleep(5)
    task = asyncio.create_task(waiting())
    await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.wait([task])
    print(log[-1], task.cancelled())
    async with asyncio.TaskGroup() as group:
        one = group.create_task(asyncio.sleep(1))
        await asyncio.sleep(0)
        one.cancel()
    print("a cancelled child is no failure", one.cancelled())


try:
    asyncio.run(main())
except SystemExit as exit:
    print("exit", exit.code)
