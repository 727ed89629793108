# Where coroutines were made, and warnings of those that nobody awaited.
# stderr: whole
import asyncio
import sys


async def job():
    pass


def maker():
    return nearer()


def nearer():
    return job()


def deep(steps):
    return deep(steps - 1) if steps else job()


def places(coroutine):
    origin = coroutine.cr_origin
    return origin and [(line, function) for _, line, function in origin]


print(sys.get_coroutine_origin_tracking_depth(), maker().cr_origin)
sys.set_coroutine_origin_tracking_depth(1)
coroutine = maker()
print(places(coroutine), type(coroutine.cr_origin).__name__)
coroutine.close()
sys.set_coroutine_origin_tracking_depth(2)
coroutine = maker()
print(places(coroutine))
del coroutine
sys.set_coroutine_origin_tracking_depth(100)
coroutine = deep(5)
print(places(coroutine))
del coroutine


async def waits():
    await job()
    made = job()
    print(places(made)[0])
    await made


sys.set_coroutine_origin_tracking_depth(1)
asyncio.run(waits())
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(0)
print(maker().cr_origin)
for wrong in (-1, "x", 1.5, 2**80):
    try:
        sys.set_coroutine_origin_tracking_depth(wrong)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
