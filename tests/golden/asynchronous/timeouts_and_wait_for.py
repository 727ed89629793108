import asyncio


async def main():
    try:
        async with asyncio.timeout(0.005) as timeout:
            await asyncio.sleep(5)
    except TimeoutError as error:
        print("timed out", repr(error), timeout.expired(), repr(error.__cause__))
    async with asyncio.timeout(None) as timeout:
        print(timeout.when(), timeout.expired())
    async with asyncio.timeout(5) as timeout:
        timeout.reschedule(None)
        await asyncio.sleep(0)
    print(timeout.when(), timeout.expired(), str(timeout))
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0.01)
    except TimeoutError:
        print("zero")
    try:
        async with asyncio.timeout(5):
            async with asyncio.timeout(0.001):
                await asyncio.sleep(5)
    except TimeoutError:
        print("inner one")
    try:
        async with asyncio.timeout(0.001) as outer:
            async with asyncio.timeout(5) as inner:
                await asyncio.sleep(5)
    except TimeoutError:
        print("outer one", outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(0.001):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError("converted")
    except ValueError as error:
        print(error, repr(error.__context__))
    print(await asyncio.wait_for(asyncio.sleep(0, "ok"), 1), await asyncio.wait_for(asyncio.sleep(0, "ok"), None))
    for limit in (0.001, 0, -1):
        try:
            await asyncio.wait_for(asyncio.sleep(5), limit)
        except TimeoutError as error:
            print("wait_for", limit, repr(error))

    async def slow_to_cancel():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(0.01)
            return "late result"
    print(await asyncio.wait_for(slow_to_cancel(), 0.001))
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(asyncio.shield(future), 0.001)
    except asyncio.TimeoutError:
        print("future survives", future.done(), asyncio.TimeoutError is TimeoutError)
    try:
        await asyncio.wait_for(future, 0.001)
    except TimeoutError:
        print("future", future.cancelled())
    timeout = asyncio.timeout(1)
    try:
        timeout.reschedule(3)
    except RuntimeError as error:
        print(error)
    async with timeout:
        pass
    try:
        async with timeout:
            pass
    except RuntimeError as error:
        print(error)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("in the past")
    try:
        asyncio.timeout("x")
    except TypeError as error:
        print(error)


asyncio.run(main())
try:
    async def no_task():
        async with asyncio.timeout(1):
            pass
    no_task().send(None)
except RuntimeError as error:
    print(error)
