"""A coroutine that has ended cannot be awaited, sent to or thrown into."""


async def f():
    return 5


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error)


c = f()
attempt(lambda: c.send(None))
attempt(lambda: c.send(None))
attempt(lambda: c.throw(ValueError("late")))
attempt(lambda: c.close())
attempt(lambda: c.__await__().send(None))
c = f()
attempt(lambda: c.send(1))
attempt(lambda: c.throw(ValueError("early")))
attempt(lambda: c.send(None))
c = f()
c.close()
attempt(lambda: c.send(None))
attempt(lambda: c.throw(ValueError))
print(c.cr_running, c.cr_frame, c.cr_await, c.cr_origin)
print(c.cr_code.co_name, c.__name__, c.__qualname__)


async def waits():
    await c


w = waits()
attempt(lambda: w.send(None))
g = (x for x in "ab")
attempt(lambda: g.throw(KeyError("k")))
attempt(lambda: next(g))
attempt(lambda: g.throw(KeyError("k")))
attempt(lambda: g.close())
attempt(lambda: g.throw(5))
attempt(lambda: (x for x in "a").throw(int))


async def agen():
    yield 1


a = agen()
step = a.__anext__()
attempt(lambda: step.send(None))
attempt(lambda: step.send(None))
attempt(lambda: step.throw(ValueError("v")))
