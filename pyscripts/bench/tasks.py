"""asyncio and coroutines: awaits in a row, tasks by turns, asynchronous iteration."""
import asyncio
from timing import bench


async def depth(level):
    return 1 + await depth(level - 1) if level else 0


async def by_turns(count):
    for _ in range(count):
        await asyncio.sleep(0)
    return count


async def numbers(count):
    for number in range(count):
        yield number


async def gathered():
    return sum(await asyncio.gather(*(by_turns(50) for _ in range(20))))


async def iterated():
    return sum([number async for number in numbers(5_000)])


def awaits():
    coroutine, total = None, 0
    for _ in range(100):
        coroutine = depth(50)
        try:
            coroutine.send(None)
        except StopIteration as stop:
            total += stop.value
    return total


def tasks():
    return asyncio.run(gathered())


def iteration():
    return asyncio.run(iterated())


bench(awaits, 5_000)
bench(tasks, 1_000)
bench(iteration, 12_497_500)
