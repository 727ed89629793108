# A decorator of coroutines that tries again, gives up on what it was told, and knows a deadline.
import asyncio
import functools


def retried(*kinds, times=3, delay=0.001):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            failures = []
            for attempt in range(times):
                try:
                    return await function(*args, **kwargs)
                except kinds as error:
                    failures.append(error)
                    error.add_note(f"attempt {attempt + 1}")
                    await asyncio.sleep(delay * 2 ** attempt)
            raise ExceptionGroup(f"{function.__name__} failed", failures)
        return wrapper
    return decorate


class Service:
    def __init__(self, *outcomes):
        self.outcomes, self.calls = list(outcomes), 0

    @retried(ConnectionError, TimeoutError)
    async def fetch(self, name):
        self.calls += 1
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, Exception):
            raise outcome
        if outcome == "hang":
            async with asyncio.timeout(0.005):
                await asyncio.Event().wait()
        return name, outcome


async def main():
    good = Service(ConnectionError("one"), "hang", "fine")
    print(await good.fetch("x"), good.calls, asyncio.iscoroutinefunction(Service.fetch), Service.fetch.__name__)
    for service in Service(*map(ConnectionError, "abc")), Service(ValueError("other")):
        try:
            await service.fetch("y")
        except* ConnectionError as group:
            print(group, [(str(error), error.__notes__) for error in group.exceptions])
        except* ValueError as group:
            print("not tried again", group.exceptions, service.calls)
    try:
        async with asyncio.timeout(0.01), asyncio.TaskGroup() as tasks:
            task = tasks.create_task(asyncio.sleep(60))
    except TimeoutError as error:
        print("deadline", task.cancelled(), type(error.__cause__).__name__)


asyncio.run(main())
