import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class NotAsynchronous:
    def __aiter__(self):
        return 3


async def main():
    steps = aiter(Countdown(2))
    print(await anext(steps), await anext(steps), await anext(steps, "default"))
    try:
        await anext(steps)
    except StopAsyncIteration as error:
        print("end", error.args)


asyncio.run(main())
for call in (lambda: aiter([]), lambda: anext([]), lambda: aiter(NotAsynchronous()), lambda: anext(3, 4), lambda: aiter(), lambda: anext()):
    try:
        call()
    except TypeError as error:
        print(error)
