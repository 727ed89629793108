import asyncio
import inspect


class Stop(Exception):
    pass


class Actor:
    def __init__(self, name, system):
        self.name, self.system, self.inbox, self.restarts = name, system, asyncio.Queue(), 0

    async def run(self):
        await self.started()
        try:
            while True:
                message, reply = await self.inbox.get()
                try:
                    result = await self.dispatch(message)
                except Stop:
                    if reply and not reply.done():
                        reply.set_result("stopped")
                    return
                except Exception as error:
                    if reply and not reply.done():
                        reply.set_exception(error)
                    raise
                else:
                    if reply and not reply.done():
                        reply.set_result(result)
        finally:
            await self.stopped()

    async def dispatch(self, message):
        kind, *args = message if isinstance(message, tuple) else (message,)
        handler = getattr(self, f"on_{kind}", None)
        if handler is None:
            raise LookupError(f"{self.name} does not know {kind}")
        result = handler(*args)
        return await result if inspect.isawaitable(result) else result

    async def started(self): ...

    async def stopped(self): ...

    def on_stop(self):
        raise Stop

    def tell(self, *message):
        self.inbox.put_nowait((message, None))

    async def ask(self, *message):
        reply = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait((message, reply))
        return await asyncio.wait_for(reply, 5)


class System:
    def __init__(self, most_restarts=2):
        self.actors, self.tasks, self.log, self.most = {}, {}, [], most_restarts

    def spawn(self, cls, name, *args):
        actor = self.actors[name] = cls(name, self, *args)
        self.tasks[name] = asyncio.create_task(self.supervise(actor), name=name)
        return actor

    async def supervise(self, actor):
        while True:
            try:
                await actor.run()
                self.log.append(f"{actor.name} ends")
                return
            except Exception as error:
                actor.restarts += 1
                self.log.append(f"{actor.name} failed: {error!r}")
                if actor.restarts > self.most:
                    self.log.append(f"{actor.name} given up")
                    return

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        for actor in self.actors.values():
            actor.tell("stop")
        await asyncio.wait(self.tasks.values(), timeout=5)


class Counter(Actor):
    def __init__(self, name, system, start=0):
        super().__init__(name, system)
        self.value = start

    async def started(self):
        self.system.log.append(f"{self.name} starts at {self.value}")

    async def stopped(self):
        self.system.log.append(f"{self.name} cleans up")

    def on_add(self, n=1):
        self.value += n
        return self.value

    async def on_slow(self, n):
        await asyncio.sleep(0.001)
        return n * 2

    def on_fail(self):
        raise ValueError(f"at {self.value}")


class Router(Actor):
    async def on_spread(self, n):
        return await asyncio.gather(*(a.ask("add", n) for a in self.system.actors.values() if isinstance(a, Counter)))

    def on_spawn(self, name):
        self.system.spawn(Counter, name, 100)
        return sorted(self.system.actors)


async def main():
    async with System() as system:
        c, r = system.spawn(Counter, "c"), system.spawn(Router, "r")
        print(await c.ask("add"), await c.ask("add", 5), await c.ask("slow", 21))
        for _ in range(2):
            try:
                await c.ask("fail")
            except ValueError as error:
                print("asked:", error)
        print(await c.ask("add"), c.restarts, await r.ask("spawn", "d"), await r.ask("spread", 10))
        try:
            await r.ask("nonsense")
        except LookupError as error:
            print(error)
        c.tell("fail")
        await asyncio.wait([system.tasks["c"]])
        print(system.tasks["c"].done(), system.tasks["d"].done(), await system.actors["d"].ask("stop"))
        try:
            await asyncio.wait_for(c.ask("add"), 0.01)
        except TimeoutError:
            print("nobody answers")
    print(*system.log, sep="\n")
    print({n: t.done() for n, t in system.tasks.items()})


asyncio.run(main())
