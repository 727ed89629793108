"""Asynchronous iteration, context managers and comprehensions, driven by hand."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class AIter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class ACM:
    async def __aenter__(self):
        print("aenter", end=" ")
        return 5

    async def __aexit__(self, kind, value, tb):
        print("aexit", kind and kind.__name__, end=" ")
        return kind is KeyError


async def main():
    out = []
    async for x in AIter(3):
        out.append(x)
    else:
        out.append("else")
    async with ACM() as v, ACM():
        out.append(v)
    async with ACM():
        raise KeyError
    out.append([x async for x in AIter(2)])
    out.append({x: y async for x in AIter(2) for y in "ab"})
    out.append([x for x in [await one(), await one()]])
    out.append({await one() for _ in "ab"})
    g = (x async for x in AIter(2))
    out.append([x async for x in g])
    return out


async def one():
    return 1


print(run(main()))


async def bad(kind):
    if kind == 0:
        async for x in (1,): pass
    if kind == 1:
        async with 5: pass
    if kind == 2:
        await 5
    if kind == 3:
        for x in AIter(1): pass
    if kind == 4:
        with ACM(): pass
    if kind == 5:
        async for x in type("A", (), {"__aiter__": lambda self: 5})(): pass
    if kind == 6:
        async for x in type("A", (), {"__aiter__": lambda self: self, "__anext__": lambda self: 5})(): pass
    if kind == 7:
        await type("A", (), {"__await__": lambda self: 5})()
    if kind == 9:
        raise StopIteration(1)
    if kind == 10:
        return [x for x in AIter(1)]
    if kind == 11:
        async with open("/dev/null"): pass


for kind in range(12):
    attempt(lambda: run(bad(kind)))
