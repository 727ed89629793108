# coroutines awaited where they are made, kept, awaited twice, or ended by an exception
import sys


async def leaf(n):
    return n


async def failing():
    raise ValueError("leaf")


async def total(n):
    if n == 0:
        return await leaf(0)
    return n + await total(n - 1)


class Pause:
    def __await__(self):
        got = yield "paused"
        return got


async def pausing(n):
    return await Pause() if n == 0 else (await pausing(n - 1)) + 1


async def kept():
    coroutine = leaf(3)
    first = await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        return first, str(error), sys.getrefcount(coroutine)


async def caught():
    try:
        await failing()
    except ValueError as error:
        return str(error)
    finally:
        print("finally", await leaf("done"))


def run(coroutine, sent=None):
    try:
        while True:
            print(coroutine.send(None) if sent is None else coroutine.send(sent))
    except StopIteration as stop:
        return stop.value


print(run(total(50)), run(kept()), run(caught()))
waiting = pausing(3)
print(waiting.send(None))
try:
    waiting.send(40)
except StopIteration as stop:
    print(stop.value)
