import asyncio
from collections import Counter, deque
from contextlib import asynccontextmanager


class RateLimiter:
    def __init__(self, limit):
        self.semaphore, self.active, self.most = asyncio.Semaphore(limit), 0, 0

    async def __aenter__(self):
        await self.semaphore.acquire()
        self.active += 1
        self.most = max(self.most, self.active)
        return self

    async def __aexit__(self, *exc):
        self.active -= 1
        self.semaphore.release()


class Retry(Exception):
    pass


def retry(times, *errors):
    def decorate(function):
        async def wrapper(*args):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, attempt)
                except errors as error:
                    if attempt == times:
                        raise Retry(f"{function.__name__} after {times}") from error
                    await asyncio.sleep(0)
        return wrapper
    return decorate


@retry(3, ConnectionError)
async def flaky(n, attempt):
    if attempt <= n:
        raise ConnectionError(f"attempt {attempt}")
    return f"{n} worked at attempt {attempt}"


async def source(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def amap(f, it):
    async for x in it:
        yield await f(x)


async def afilter(p, it):
    async for x in it:
        if p(x):
            yield x


async def merge(*iterators):
    queue, left = asyncio.Queue(), len(iterators)

    async def pump(it):
        try:
            async for x in it:
                await queue.put((x, None))
        except Exception as error:
            await queue.put((None, error))
        finally:
            await queue.put((None, None))
    async with asyncio.TaskGroup() as group:
        for it in iterators:
            group.create_task(pump(it))
        while left:
            x, error = await queue.get()
            if error:
                raise error
            if x is None:
                left -= 1
            else:
                yield x


class Broadcast:
    def __init__(self):
        self.queues = []

    @asynccontextmanager
    async def subscribe(self, size=0):
        queue = asyncio.Queue(size)
        self.queues.append(queue)
        try:
            yield queue
        finally:
            self.queues.remove(queue)

    async def send(self, item):
        for queue in list(self.queues):
            await queue.put(item)


async def main():
    limiter = RateLimiter(3)

    async def fetch(n):
        async with limiter:
            await asyncio.sleep(0.001 * (n % 3))
            return n * n
    print(await asyncio.gather(*map(fetch, range(10))), limiter.most, limiter.active)
    print(await asyncio.gather(*(flaky(n) for n in range(4)), return_exceptions=True))

    async def square(x):
        return x * x
    print([x async for x in amap(square, afilter(lambda x: x % 2, source(8)))])
    print(sorted([x async for x in merge(source(3), amap(square, source(4)))]))

    async def failing():
        yield 7
        raise LookupError("in a source")
    try:
        async for x in merge(source(2), failing()):
            pass
    except* LookupError as group:
        print(group.exceptions)
    bus, got = Broadcast(), Counter()

    async def listener(name, n):
        async with bus.subscribe() as queue:
            ready.release()
            for _ in range(n):
                got[name, await queue.get()] += 1
    ready = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(listener(f"l{i}", i + 1)) for i in range(3)]
    for _ in tasks:
        await ready.acquire()
    for item in "abc":
        await bus.send(item)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    print(sorted(got.items()), len(bus.queues))
    cache, calls = {}, []

    async def memo(key):
        if key not in cache:
            async def load():
                calls.append(key)
                await asyncio.sleep(0.001)
                return key.upper()
            cache[key] = asyncio.ensure_future(load())
        return await asyncio.shield(cache[key])
    print(await asyncio.gather(*(memo(k) for k in "abcab")), calls)
    window, out = deque(maxlen=3), []
    async for x in source(6):
        window.append(x)
        if len(window) == 3:
            out.append(sum(window))
    print(out)
    loop = asyncio.get_running_loop()
    times = []

    async def every(period, n):
        start = loop.time()
        for i in range(1, n + 1):
            await asyncio.sleep(max(0, start + i * period - loop.time()))
            times.append(i)
    await asyncio.wait_for(every(0.002, 4), 2)
    print(times)
    debounced, handle = [], None

    def press(key):
        nonlocal handle
        if handle:
            handle.cancel()
        handle = loop.call_later(0.01, debounced.append, key)
    for key in "xyz":
        press(key)
    await asyncio.sleep(0.05)
    print(debounced)
    first = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0.5, 0.001)], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in first[0]], len(first[1]))


asyncio.run(main())
