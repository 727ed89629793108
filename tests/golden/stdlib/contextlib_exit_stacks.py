import asyncio
from contextlib import *


def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error, "context:", repr(error.__context__))


class Room:
    def __init__(self, name, swallow=False, fail=False):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, error, traceback):
        print("leave", self.name, repr(error))
        if self.fail:
            raise ValueError(self.name)
        return self.swallow


def rooms(*managers, error=None):
    with ExitStack() as stack:
        for manager in managers:
            stack.enter_context(manager)
        stack.callback(print, "callback", end="!\n")
        stack.push(lambda *details: print("pushed", details[0]))
        if error:
            raise error
    return "left"


show(lambda: rooms(Room("a"), Room("b")))
show(lambda: rooms(Room("a"), Room("b", swallow=True), Room("c"), error=KeyError(1)))
show(lambda: rooms(Room("a"), Room("b", fail=True), Room("c"), error=KeyError(1)))
show(lambda: rooms(Room("a", fail=True), Room("b", fail=True)))
show(lambda: rooms(5))
with ExitStack() as stack:
    stack.enter_context(Room("kept"))
    kept = stack.pop_all()
print("later")
kept.close()


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


class Closable:
    async def aclose(self):
        print("aclose")


async def later(*args):
    print("later", args)


async def main():
    async with resource("r") as r:
        print(r)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource("s")), stack.enter_context(nullcontext(3)))
        stack.push_async_callback(later, 1)
        stack.callback(print, "sync")
    async with aclosing(Closable()), nullcontext(1):
        pass
    try:
        async with resource("failing"):
            raise KeyError("k")
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
