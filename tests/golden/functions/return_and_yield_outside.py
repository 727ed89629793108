"""return, yield and await stand only in functions; yield not in comprehensions or class bodies."""
sources = """return
return 1
yield 1
x = yield
yield from y
await x
async with x: pass
async for x in y: pass
[x async for x in y]
class C: return 1
class C: yield 1
class C: await x
lambda: (yield)
lambda: return 1
def f(): [(yield 1) for x in y]
def f(): ((yield 1) for x in y)
def f(): [x for x in (yield 1)]
def f(): {(yield 1): 1 for x in y}
def f(): [x for x in y if (yield x)]
def f(): class_ = 1; return; yield
async def f(): yield from x
async def f(): return 1; yield
async def f(): yield; return
async def f(): yield; return 1
def f(): await x
def f(): async with x: pass
def f(): async for x in y: pass
def f(): [x async for x in y]
def f(): (x async for x in y)
def f(): [await x for x in y]
async def f(): [await x for x in y]
async def f(): [x async for x in y]
async def f(): lambda: await x
async def f(): class_ = [lambda: (yield)]
async def f(a=await x): pass
async def f(): x = await
async def f(): await = 1
async def f(): await x ** 2
async def f(): await -x
async def f(): -await x
async def f(): await await x
async def f(): f(await x, *await y)
async def f(): return await x
def f(x=(yield)): pass
def f() -> (yield): pass
def f(x: (yield)): pass
class C(x := (yield)): pass
if 1: return
for x in y: return
with x: yield
try: return
async x
async = 1
await = 1
async def = 1
async lambda: 1
async
await""".split("\n")
for source in sources:
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
