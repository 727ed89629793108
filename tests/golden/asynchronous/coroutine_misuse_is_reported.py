import asyncio
import inspect
import sys
import warnings

warnings.simplefilter("always")
seen = []
warnings.showwarning = lambda message, category, *rest, **kw: seen.append((category.__name__, str(message)))


async def f(x=1):
    return x


f()
print(seen)
coroutine = f()
print(inspect.getcoroutinestate(coroutine), coroutine.cr_running, coroutine.cr_await, coroutine.cr_code.co_name,
      inspect.iscoroutine(coroutine), inspect.isawaitable(coroutine), inspect.iscoroutinefunction(f))
for value in (1, "x"):
    try:
        f().send(value)
    except TypeError as error:
        print(error)
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(coroutine))
for call in (lambda: coroutine.send(None), lambda: coroutine.throw(ValueError), lambda: coroutine.close(),
             lambda: iter(f()), lambda: next(f()), lambda: [*f()], lambda: f() + 1):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)


class Awaits:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


async def awaiting(value):
    return await value


for value in (5, None, Awaits(5), Awaits([]), Awaits(iter([])), (x for x in []), lambda: 1):
    try:
        print(asyncio.run(awaiting(value)))
    except TypeError as error:
        print(error)


async def with_missing():
    async with 5:
        pass


async def for_missing():
    async for x in [1]:
        pass


async def with_sync():
    with asyncio.Lock():
        pass


class Half:
    async def __aenter__(self):
        pass


async def with_half():
    async with Half():
        pass


for g in (with_missing, for_missing, with_sync, with_half):
    try:
        asyncio.run(g())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


async def stop():
    raise StopIteration("inside")


async def stop_async():
    raise StopAsyncIteration("inside")
for g in (stop, stop_async):
    try:
        asyncio.run(g())
    except (RuntimeError, StopAsyncIteration) as error:
        print(repr(error), repr(error.__cause__))
running = None


async def reenter():
    try:
        running.send(None)
    except ValueError as error:
        return str(error)


running = reenter()
print(asyncio.run(running))
twice = f()
print(asyncio.run(twice))
try:
    asyncio.run(twice)
except RuntimeError as error:
    print(error)
print(len(seen), {category for category, _ in seen})
