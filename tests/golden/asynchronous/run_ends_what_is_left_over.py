import asyncio


async def leftover(log):
    try:
        await asyncio.sleep(100)
    finally:
        log.append("leftover cancelled")


async def main(log):
    asyncio.create_task(leftover(log))
    await asyncio.sleep(0)
    log.append("main returns")
    return 42


log = []
print(asyncio.run(main(log)), log)


async def fails():
    asyncio.create_task(leftover(log))
    await asyncio.sleep(0)
    raise RuntimeError("main failed")


log = []
try:
    asyncio.run(fails())
except RuntimeError as error:
    print(error, log)


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


try:
    asyncio.run(cancels_itself())
except asyncio.CancelledError as error:
    print("CancelledError", error.args)


async def exits():
    raise SystemExit(5)


try:
    asyncio.run(exits())
except SystemExit as exit:
    print("exit", exit.code)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "by hand")), loop.is_running(), loop.is_closed())


async def stops():
    loop.call_soon(loop.stop)
    await asyncio.sleep(10)


try:
    loop.run_until_complete(stops())
except RuntimeError as error:
    print(error)
for task in asyncio.all_tasks(loop):
    task.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
coroutine = asyncio.sleep(0)
try:
    loop.run_until_complete(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
runner = asyncio.Runner()
print(runner.run(asyncio.sleep(0, 1)), runner.get_loop().is_closed())
runner.close()
try:
    coroutine = asyncio.sleep(0)
    runner.run(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
try:
    asyncio.Runner().run(5)
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)


async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)


print(asyncio.run(deep(300)))


async def too_deep():
    return await too_deep()


try:
    asyncio.run(too_deep())
except RecursionError as error:
    print(error)
