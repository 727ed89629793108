import asyncio


async def after(delay, value, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return value


async def main():
    tasks = [asyncio.create_task(after(d / 20, d), name=f"t{d}") for d in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(t.result() for t in done), pending)
    tasks = {asyncio.create_task(after(0.05, 1)), asyncio.create_task(after(0.001, 2, KeyError("k")))}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.001)
    print(done, len(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(done, len(pending))
    for task in pending:
        task.cancel()
    for args, kw in ((([],), {}), ((after(0, 1),), {}), (([asyncio.sleep(0)],), {}), ((tasks,), {"return_when": "SOON"})):
        try:
            await asyncio.wait(*args, **kw)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    order = []
    for future in asyncio.as_completed([after(0.02, "c"), after(0.001, "a"), after(0.01, "b")]):
        order.append(await future)
    print(order)
    order = []
    tasks = [asyncio.create_task(after(d / 100, d)) for d in (2, 0, 1)]
    async for task in asyncio.as_completed(tasks):
        order.append((task in tasks, await task))
    print(order)
    try:
        for future in asyncio.as_completed([after(0, "quick"), after(5, "never")], timeout=0.05):
            print(await future)
    except TimeoutError as error:
        print(repr(error))
    for future in asyncio.as_completed([after(0, 1, ValueError("v")), after(0.001, 2)]):
        try:
            print(await future)
        except ValueError as error:
            print("error", error)
    print(list(asyncio.as_completed([])))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.001, future.set_result, "from a callback")
    done, _ = await asyncio.wait([future])
    print(done.pop().result())
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task.cancel()


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
