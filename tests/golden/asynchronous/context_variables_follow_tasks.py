import asyncio
from contextvars import ContextVar, copy_context

user = ContextVar("user", default="nobody")
trace = ContextVar("trace")


async def child(name):
    token = user.set(name)
    await asyncio.sleep(0)
    inside = user.get()
    user.reset(token)
    return inside, user.get()


async def main():
    user.set("main")
    print(await asyncio.gather(*(child(n) for n in "abc")), user.get())
    await child("direct")
    print(user.get())

    async def sets():
        user.set("leaks into the caller")
    await sets()
    print(user.get())
    await asyncio.create_task(child("task"))
    task = asyncio.create_task(sets())
    await task
    print(user.get(), task.get_context()[user])
    token = user.set("x")
    print(token.var is user, token.old_value, repr(token).split(" var=")[0])
    user.reset(token)
    try:
        user.reset(token)
    except RuntimeError as error:
        print(str(error).split(" var=")[0])
    try:
        trace.get()
    except LookupError as error:
        print(type(error).__name__, str(error).split(" at ")[0])
    print(trace.get("given"), user.name)
    context = copy_context()
    print(context.run(lambda: (user.set("inside"), user.get())[1]), user.get(), context[user], trace in context)
    try:
        context.run(lambda: context.run(print))
    except RuntimeError as error:
        print(str(error).split(":")[0])
    other = copy_context().run(user.set, "elsewhere")
    try:
        user.reset(other)
    except ValueError as error:
        print(str(error).split(" at 0x")[0].split("var=")[0][-60:])
    print(await asyncio.to_thread(user.get))

    async def generator():
        for name in ("g1", "g2"):
            user.set(name)
            yield user.get()
    async for value in generator():
        print(value, user.get())
    loop = asyncio.get_running_loop()
    seen = []
    loop.call_soon(lambda: seen.append(user.get()))
    user.set("changed after scheduling")
    await asyncio.sleep(0)
    print(seen)
    with_runner.append(user.get())


with_runner = []
with asyncio.Runner() as runner:
    runner.run(main())
    print(runner.run(asyncio.sleep(0, user.get())), with_runner)
print(user.get(), len(copy_context()))
