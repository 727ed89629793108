"""asend, athrow, aclose, return values, and misuse of asynchronous generators."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def run(awaitable):
    iterator = awaitable.__await__()
    try:
        while True:
            next(iterator)
    except StopIteration as stop:
        return stop.value


async def agen():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except ValueError as error:
        print("caught", error)
        yield 3
    finally:
        print("cleanup")


a = agen()
print(run(a.__anext__()), run(a.asend("x")))
attempt(lambda: run(a.athrow(ValueError("v"))))
attempt(lambda: run(a.__anext__()))
attempt(lambda: run(a.__anext__()))
a = agen()
attempt(lambda: run(a.asend(5)))
attempt(lambda: run(a.asend(None)))
attempt(lambda: run(a.aclose()))
attempt(lambda: run(a.aclose()))
attempt(lambda: run(a.athrow(KeyError("late"))))
a = agen()
run(a.__anext__())
attempt(lambda: run(a.athrow(KeyError("k"))))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


a = ignores()
run(a.__anext__())
attempt(lambda: run(a.aclose()))


async def stops():
    yield 1
    raise StopAsyncIteration


a = stops()
run(a.__anext__())
attempt(lambda: run(a.__anext__()))
print(a.__aiter__() is a, a.ag_frame, a.ag_running, a.ag_await, a.ag_code.co_name, a.__name__)
for bad in ((lambda: iter(agen())), (lambda: next(agen())), (lambda: list(agen())), (lambda: agen().send(1)), (lambda: len(agen())), (lambda: [x for x in agen()]), (lambda: run(agen())), (lambda: anext(5)), (lambda: aiter(5)), (lambda: aiter([])), (lambda: run(anext(agen(), "default")))):
    attempt(bad)


async def empty():
    return
    yield


attempt(lambda: run(anext(empty(), "default")))
attempt(lambda: run(anext(empty())))
