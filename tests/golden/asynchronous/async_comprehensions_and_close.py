async def gen():
    try:
        for i in range(5): yield i
    finally:
        print("closed")
async def main():
    async for x in gen():
        if x == 2: break
    a = gen()
    print(await a.__anext__(), await anext(a), await a.asend(None))
    await a.aclose()
    return [y async for y in gen() if y % 2 == 0], sum([z async for z in gen()])
c = main()
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
async def never(): ...
n = never()
n.close()
print(type(n).__name__)
