class Range:
    def __init__(self, n): self.i, self.n = 0, n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i == self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
class CM:
    async def __aenter__(self): print("enter"); return "cm"
    async def __aexit__(self, *a): print("exit", a[0]); return True
async def agen(n):
    for i in range(n):
        yield i
async def main():
    async for x in Range(3): print(x)
    else: print("else")
    async with CM() as c:
        print(c)
        raise ValueError
    print([x async for x in agen(4) if x % 2], {x: 1 async for x in Range(2)})
    return "done"
try:
    main().send(None)
except StopIteration as e:
    print(e.value)
