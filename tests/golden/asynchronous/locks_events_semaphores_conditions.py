import asyncio


async def main():
    lock = asyncio.Lock()
    log = []

    async def critical(name):
        async with lock:
            log.append(f"+{name}")
            await asyncio.sleep(0)
            log.append(f"-{name}")
    await asyncio.gather(*map(critical, "abc"))
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    waiter = asyncio.create_task(critical("w"))
    await asyncio.sleep(0)
    waiter.cancel()
    lock.release()
    await asyncio.wait([waiter])
    print(waiter.cancelled(), lock.locked(), repr(lock)[-12:])
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    event = asyncio.Event()

    async def waits(n):
        await event.wait()
        return n
    tasks = [asyncio.create_task(waits(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(event.is_set(), [t.done() for t in tasks])
    event.set()
    print(await asyncio.gather(*tasks), await event.wait(), event.is_set())
    event.clear()
    print(event.is_set())
    semaphore = asyncio.Semaphore(2)
    active = most = 0

    async def limited():
        nonlocal active, most
        async with semaphore:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*(limited() for _ in range(6)))
    print(most, semaphore.locked(), semaphore._value)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    condition = asyncio.Condition()
    items = []

    async def consumer(n):
        async with condition:
            await condition.wait_for(lambda: items)
            return n, items.pop(0)
    tasks = [asyncio.create_task(consumer(n)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition:
        items.extend("xyz")
        condition.notify(1)
    await asyncio.sleep(0.001)
    print([t.done() for t in tasks])
    async with condition:
        condition.notify_all()
    print(await asyncio.gather(*tasks))
    for call in (condition.notify, condition.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    barrier = asyncio.Barrier(3)

    async def meet(n):
        place = await barrier.wait()
        return place
    print(sorted(await asyncio.gather(*(meet(n) for n in range(3)))), barrier.parties, barrier.n_waiting)
    task = asyncio.create_task(meet(0))
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError as error:
        print(type(error).__name__, barrier.broken)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
