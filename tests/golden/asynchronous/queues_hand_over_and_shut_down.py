import asyncio


async def main():
    q = asyncio.Queue(2)
    q.put_nowait(1)
    await q.put(2)
    print(q.full(), q.empty(), q.qsize(), q.maxsize)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(putter.done(), await q.get(), putter.done())
    await putter
    print(q.get_nowait(), q.get_nowait())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    getters = [asyncio.create_task(q.get(), name=str(i)) for i in range(3)]
    await asyncio.sleep(0)
    getters[0].cancel()
    for item in "ab":
        q.put_nowait(item)
    print(await asyncio.gather(*getters, return_exceptions=True))
    for _ in range(5):
        q.task_done()
    try:
        q.task_done()
    except ValueError as error:
        print(error)
    await q.join()
    p = asyncio.PriorityQueue()
    for item in (5, 1, 3):
        p.put_nowait(item)
    print([p.get_nowait() for _ in range(3)])
    s = asyncio.LifoQueue()
    for item in "xyz":
        await s.put(item)
    print([await s.get() for _ in range(3)])

    async def worker(n, results):
        while True:
            try:
                item = await q.get()
            except asyncio.QueueShutDown:
                results.append(f"w{n} stops")
                return
            await asyncio.sleep(0)
            results.append(item * 10)
            q.task_done()
    results = []
    workers = [asyncio.create_task(worker(n, results)) for n in range(2)]
    for i in range(5):
        await q.put(i)
    await q.join()
    q.shutdown()
    await asyncio.gather(*workers)
    print(sorted(results, key=str))
    for call in (q.put_nowait, q.put):
        try:
            result = call(1)
            await result
        except asyncio.QueueShutDown as error:
            print(repr(error))
    q = asyncio.Queue()
    q.put_nowait(1)
    q.put_nowait(2)
    q.shutdown()
    print(await q.get())
    q.task_done()
    q.shutdown(immediate=True)
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("emptied", q.qsize())
    await q.join()
    print(repr(asyncio.Queue(3)).split(" at ")[0], str(asyncio.Queue(3)).split(" maxsize")[1])


asyncio.run(main())
