import asyncio


async def ticker(log, n=10):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        await asyncio.sleep(0)
        log.append("finally")


async def main():
    log = []
    async for i in ticker(log):
        if i == 2:
            break
    await asyncio.sleep(0.01)
    print(i, log)
    log.clear()
    generator = ticker(log)
    print(await anext(generator), await generator.asend("x"))
    await generator.aclose()
    print(log)
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("ended")
    print(await anext(generator, "default"))
    generator = ticker(log := [])
    await anext(generator)
    try:
        await generator.athrow(KeyError("in"))
    except KeyError as error:
        print(error, log)
    from contextlib import aclosing, asynccontextmanager
    log = []
    async with aclosing(ticker(log)) as numbers:
        async for i in numbers:
            break
    print(log)
    print([i async for i in ticker(log, 3)], {i: i async for i in ticker(log, 2)}, [x + y async for x in ticker(log, 2)
                                                                                   async for y in ticker(log, 2)])

    @asynccontextmanager
    async def resource(name):
        log.append(f"open {name}")
        try:
            yield name.upper()
        except ValueError as error:
            log.append(f"swallowed {error}")
        finally:
            await asyncio.sleep(0)
            log.append(f"close {name}")
    log.clear()
    async with resource("a") as a, resource("b") as b:
        log.append(a + b)
        raise ValueError("v")
    print(log)

    async def delegating():
        async for value in ticker(log, 3):
            yield value * 10
    print([v async for v in delegating()])

    async def two_at_once():
        generator = ticker([])
        first = asyncio.create_task(anext(generator))
        await asyncio.sleep(0)
        return await asyncio.gather(first, anext(generator), return_exceptions=True)

    async def slow():
        await asyncio.sleep(0.01)
        yield 1
    generator = slow()
    one = asyncio.ensure_future(anext(generator))
    await asyncio.sleep(0)
    try:
        await anext(generator)
    except RuntimeError as error:
        print(error)
    print(await one, await two_at_once())
    global left
    left = ticker(last)
    await anext(left)


last = []
asyncio.run(main())
print("after run:", last)
