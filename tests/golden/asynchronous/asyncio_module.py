import asyncio, contextvars, time
async def f(x, d=0.01):
    await asyncio.sleep(d)
    return x
async def fail(): raise ValueError('no')
async def main():
    print(await f(1), await asyncio.gather(f(1), f(2), f(3)), await asyncio.gather())
    t = asyncio.create_task(f(5), name='T'); print(t.get_name(), t.done(), await t, t.done(), t.result())
    try: await asyncio.gather(f(1), fail())
    except ValueError as e: print('gather', e)
    print(await asyncio.gather(f(1), fail(), return_exceptions=True))
    try: await asyncio.wait_for(f(1, 10), 0.01)
    except TimeoutError as e: print('timeout', repr(e))
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError: print('timeout 2')
    t = asyncio.create_task(asyncio.sleep(10)); await asyncio.sleep(0); t.cancel('msg')
    try: await t
    except asyncio.CancelledError as e: print('cancelled', e.args, t.cancelled())
    done, pending = await asyncio.wait([asyncio.create_task(f(1)), asyncio.create_task(f(2, 5))], timeout=0.05); print(len(done), len(pending)); [p.cancel() for p in pending]
    done, pending = await asyncio.wait([asyncio.create_task(f(1)), asyncio.create_task(f(2, 5))], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending)); [p.cancel() for p in pending]
    for c in asyncio.as_completed([f(1, .03), f(2, .02), f(3, .01)]): print(await c, end=' ')
    print()
    q = asyncio.Queue(2)
    async def prod():
        for i in range(5): await q.put(i); print('put', i)
    async def cons():
        while True:
            print('got', await q.get()); q.task_done(); await asyncio.sleep(0)
    c = asyncio.create_task(cons()); await prod(); await q.join(); c.cancel(); print(q, q.empty(), q.qsize())
    pq = asyncio.PriorityQueue(); [pq.put_nowait(i) for i in (3,1,2)]; print([pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue(1); lq.put_nowait(1)
    try: lq.put_nowait(2)
    except asyncio.QueueFull as e: print('full', repr(e))
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print('empty', repr(e))
    lock = asyncio.Lock(); order = []
    async def use(n):
        async with lock: order.append(n); await asyncio.sleep(0.001); order.append(n)
    await asyncio.gather(*(use(i) for i in range(3))); print(order, lock.locked())
    ev = asyncio.Event()
    async def waiter(): await ev.wait(); return 'set'
    w = asyncio.create_task(waiter()); await asyncio.sleep(0); ev.set(); print(await w, ev.is_set())
    sem = asyncio.Semaphore(2); now = most = 0
    async def s():
        nonlocal now, most
        async with sem: now += 1; most = max(most, now); await asyncio.sleep(0.001); now -= 1
    await asyncio.gather(*(s() for _ in range(6))); print('most', most)
    cond = asyncio.Condition(); got = []
    async def cw(i):
        async with cond: await cond.wait(); got.append(i)
    ts = [asyncio.create_task(cw(i)) for i in range(3)]; await asyncio.sleep(0)
    async with cond: cond.notify(1)
    await asyncio.sleep(0.01); print(got)
    async with cond: cond.notify_all()
    await asyncio.gather(*ts); print(got)
    b = asyncio.Barrier(3); print(sorted(await asyncio.gather(*(b.wait() for _ in range(3)))))
    async with asyncio.TaskGroup() as tg: a1 = tg.create_task(f(1)); a2 = tg.create_task(f(2))
    print(a1.result(), a2.result())
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(f(1, 5)); tg.create_task(fail())
    except* ValueError as eg: print(eg, eg.exceptions)
    print(await asyncio.to_thread(lambda x: x + 1, 41), await asyncio.get_running_loop().run_in_executor(None, sum, [1, 2]))
    fut = asyncio.get_running_loop().create_future(); asyncio.get_running_loop().call_later(0.01, fut.set_result, 'later'); print(fut, await fut, fut)
    inner = asyncio.create_task(f('inner', 0.02)); sh = asyncio.shield(inner); asyncio.get_running_loop().call_soon(sh.cancel)
    try: await sh
    except asyncio.CancelledError: print('shield cancelled', inner.cancelled(), await inner)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()), asyncio.iscoroutinefunction(f), asyncio.iscoroutine(1))
    loop = asyncio.get_running_loop(); calls = []
    loop.call_soon(calls.append, 1); h = loop.call_soon(calls.append, 2); h.cancel(); loop.call_later(0.005, calls.append, 3); loop.call_at(loop.time(), calls.append, 4); await asyncio.sleep(0.02); print(calls, h.cancelled())
    fut = loop.create_future(); fut.add_done_callback(lambda f: print('cb', f.result())); fut.set_result(9); await asyncio.sleep(0)
    try: fut.set_result(1)
    except asyncio.InvalidStateError as e: print('invalid', e)
    try: loop.create_future().result()
    except asyncio.InvalidStateError as e: print(e)
    c = f(1)
    try: asyncio.run(c)
    except RuntimeError as e: print(e)
    c.close()
    import sys
    async def ctx(v): var.set(v); await asyncio.sleep(0); return var.get()
    print(await asyncio.gather(ctx(1), ctx(2)), var.get('none'))
    return 'end'
var = contextvars.ContextVar('var')
print(asyncio.run(main()))
try: asyncio.run(fail())
except ValueError as e: print(e)
try: asyncio.run(1)
except Exception as e: print(type(e).__name__, e)
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
with asyncio.Runner() as r: print(r.run(f(1)), r.run(f(2)))
async def forgot():
    t = asyncio.create_task(asyncio.sleep(10)); return t
t = asyncio.run(forgot()); print(t.cancelled())
