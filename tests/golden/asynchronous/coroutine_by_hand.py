async def f(x):
    return x * 2
async def g():
    return await f(1) + await f(2)
c = g()
print(type(c).__name__)
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
class Wait:
    def __await__(self):
        r = yield "waiting"
        return r
async def h():
    return (await Wait(), await Wait())
c = h()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as e:
    print(e.value)
try:
    async def bad(): await 5
    bad().send(None)
except TypeError as e:
    print(e)
