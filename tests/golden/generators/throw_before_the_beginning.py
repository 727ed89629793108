# An error thrown into a generator that has not begun is raised on its first line.
import traceback


def counts():
    try:
        yield 1
    except KeyError:
        yield "caught"


async def items():
    yield 1


async def waits():
    pass


for suspended in (counts(), waits(), (value for value in "ab")):
    try:
        suspended.throw(KeyError("early"))
    except KeyError as error:
        print([(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)])
print(repr(items()).split(" at ")[0], repr(counts()).split(" at ")[0])


class Wrong:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def loops():
    async for _ in Wrong():
        pass


try:
    loops().send(None)
except TypeError as error:
    print(error, repr(error.__cause__))
