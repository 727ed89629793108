"""Code compiled with PyCF_ALLOW_TOP_LEVEL_AWAIT is a coroutine's."""
import ast
import asyncio
import inspect
import types


async def numbers(n):
    for i in range(n):
        yield i


SOURCES = [
    "a = await asyncio.sleep(0, result=1)",
    "async for i in numbers(2): a = i",
    "async with asyncio.Lock() as l: a = 1",
    "a = [x async for x in numbers(2)][1]",
    "a = [x async for x in (x async for x in numbers(5))][1]",
    "a, = [1 for x in {x async for x in numbers(1)}]",
    "a = [await asyncio.sleep(0, x) async for x in numbers(2)][1]",
]
for source in SOURCES:
    source += "\n"
    for mode in "exec", "single":
        try:
            compile(source, "?", mode)
        except SyntaxError as error:
            print(error.msg)
        code = compile(source, "?", mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        print(bool(code.co_flags & inspect.CO_COROUTINE))
        names = {"asyncio": asyncio, "a": 0, "numbers": numbers}
        asyncio.run(eval(code, names))
        print(names["a"])
        names["a"] = 0
        asyncio.run(types.FunctionType(code, names)())
        print(names["a"])
plain = compile("a = 1", "?", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
print(bool(plain.co_flags & inspect.CO_COROUTINE))
print(asyncio.run(eval(compile("await asyncio.sleep(0, 5)", "?", "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))))


def two():
    yield 1
    yield 2


async def three():
    return 3


print(list(eval(two.__code__)), asyncio.run(eval(three.__code__)), exec(two.__code__))
