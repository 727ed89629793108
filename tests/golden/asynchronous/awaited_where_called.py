# coroutines that are awaited where they are called: what can be seen of them while they run, wait, fail and end
import asyncio
import gc
import sys
import traceback
import types


@types.coroutine
def pause(what):
    return (yield what)


async def defaults(a, b=2, *, c=3):
    return a, b, c


async def with_default(a, b=20):
    return a + b


def make(offset):
    async def added(number):
        if number:
            return offset + await added(number - 1)
        return await pause("bottom")
    return added


class Account:
    def __init__(self):
        self.steps = []

    async def step(self, name, waits=False):
        self.steps.append(name)
        if waits:
            self.steps.append(await pause(name))
        return name.upper()

    async def both(self):
        first = await self.step("one")
        second = await self.step("two", True)
        bound = self.step
        third = await bound("three", waits=True)
        return first, second, third

    async def __aenter__(self):
        self.steps.append("enter")
        return await self.step("entered")

    async def __aexit__(self, kind, error, trace):
        self.steps.append(kind and kind.__name__)
        await pause("leaving")
        return kind is KeyError


def run(coroutine, answers=()):
    seen, answers = [], list(answers)
    try:
        value = coroutine.send(None)
        while True:
            seen.append(value)
            value = coroutine.send(answers.pop(0) if answers else None)
    except StopIteration as stop:
        return seen, stop.value


async def calls():
    return await defaults(1), await with_default(1), await with_default(1, b=2), await make(5)(3)

for _ in range(3):
    print(run(calls(), [100]))
account = Account()
print(run(account.both(), ["first", "second"]), account.steps)


async def managed(error):
    account = Account()
    async with account as name:
        if error:
            raise error("inside")
    return name, account.steps

print(run(managed(None)), run(managed(KeyError)))
try:
    run(managed(ValueError))
except ValueError as error:
    print("out:", error)


# what is seen from outside while one waits
async def inner(n):
    local = f"local {n}"
    if n == 0:
        return await pause(local)
    result = await inner(n - 1)
    return result, local

outer = inner(2)
print(outer.send(None), outer.cr_running, outer.cr_suspended)
chain, names = outer, []
while chain is not None and hasattr(chain, "cr_await"):
    names.append((chain.cr_code.co_name, chain.cr_frame.f_locals["local"], chain.__qualname__))
    chain = chain.cr_await
print(names, type(chain).__name__)
waiting = outer.cr_await
try:
    outer.send("ended")
except StopIteration as stop:
    print(stop.value, waiting.cr_frame, waiting.cr_await, type(waiting).__name__)
try:
    waiting.send(None)
except RuntimeError as error:
    print(error)


# exceptions from within, and into what waits
async def fails(depth):
    if depth:
        return await fails(depth - 1)
    raise LookupError("deep")


async def stops():
    raise StopIteration("stopped")


async def catches():
    try:
        await fails(2)
    except LookupError as error:
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)], error)
    try:
        await stops()
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    try:
        await with_cleanup()
    except ZeroDivisionError as error:
        print("thrown", error, error.__context__)
    return "caught"


async def with_cleanup():
    try:
        await pause("cleanup")
    finally:
        print("finally", sys.exception())

for _ in range(2):
    coroutine = catches()
    print(coroutine.send(None))
    try:
        coroutine.throw(ZeroDivisionError("into"))
    except StopIteration as stop:
        print(stop.value)
closed = catches()
closed.send(None)
closed.close()


# frames, objects' ends, and depth
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


async def holds(name, waits):
    noisy = Noisy(name)
    frame = sys._getframe()
    names = frame.f_code.co_name, frame.f_back.f_code.co_name
    if waits:
        await pause("holding")
        assert frame is sys._getframe() and frame.f_locals["noisy"] is noisy
    del frame
    return names


async def holding():
    print(await holds("a", False))
    print(await holds("b", True))

run(holding())


async def endless(n):
    return await endless(n + 1)

try:
    run(endless(0))
except RecursionError as error:
    print("RecursionError", str(error)[:32])


async def handles():
    try:
        raise KeyError("outer")
    except KeyError:
        await defaults(1)
        print(repr(sys.exception()), await pause("in handler"), repr(sys.exception()))
        await quiet()
        print(repr(sys.exception()))


async def quiet():
    print("inherited", repr(sys.exception()))
    try:
        await pause("quietly")
        raise TypeError("inner")
    except TypeError as error:
        print(repr(error.__context__), repr(sys.exception()))

print(run(handles(), ["sent"]))


# what is not a coroutine function at the same place, and one that is replaced
class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from ()
        return self.value


async def either(function):
    return await function(7)


def plain(value):
    return Later(value * 2)


async def real(value):
    return value * 3

print([run(either(function)) for function in (real, plain, real, Later, real)])
replaced = real


async def by_name(value):
    return await replaced(value)

print(run(by_name(1)))
replaced = plain
print(run(by_name(1)))


async def twice():
    real.__code__, with_default.__code__ = real.__code__, with_default.__code__
    return await real(1), await real(2)

print(run(twice()))


async def main():
    async def worker(n):
        await asyncio.sleep(0)
        return await real(n) + await with_default(n)

    return await asyncio.gather(*(worker(n) for n in range(4)))

print(asyncio.run(main()))
gc.collect()
print(sorted(thing.__name__ for thing in gc.get_objects() if type(thing) is types.CoroutineType))
