import sys
def drive(c):
    out=[]
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
    except BaseException as e: return out, type(e).__name__, str(e)
class Aw:
    def __init__(s,v): s.v=v
    def __await__(s):
        r = yield s.v
        return r
async def ag():
    try:
        x = yield 1
        print("got", x)
        await Aw("a")
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("VE", e)
        yield 'caught'
    finally:
        print('fin')
        await Aw('f')
async def main():
    g = ag()
    print(type(g).__name__, g.ag_running, g.ag_frame is not None)
    print(await g.asend(None))
    print(await g.asend('x'))
    print(await g.athrow(ValueError('boo')))
    try: print(await g.__anext__())
    except StopAsyncIteration as e: print('stop', e.args)
    try: print(await g.__anext__())
    except StopAsyncIteration as e: print('stop', e.args)
    await g.aclose()
print(drive(main()))
async def m2():
    g=ag()
    print(await anext(g))
    await g.aclose()
    try: print(await anext(g))
    except StopAsyncIteration: print('closed')
    print(await anext(g,'dflt'))
print(drive(m2()))
async def ign():
    try: yield 1
    except GeneratorExit: yield 2
async def m3():
    g=ign()
    await anext(g)
    try: await g.aclose()
    except RuntimeError as e: print(e)
    a = g.asend(None)
    try: a.send(None)
    except BaseException as e: print(type(e), e)
    try: a.send(None)
    except BaseException as e: print(type(e), e)
print(drive(m3()))
async def m4():
    g=ag()
    a=g.asend(None)
    try: a.send(None)
    except StopIteration as e: print(e.value)
    try: g.asend(3).throw(KeyError('k'))
    except BaseException as e: print(type(e), e)
    g = ag()
    try: g.asend(5).send(None)
    except BaseException as e: print(type(e), e)
print(drive(m4()))
async def si():
    yield 1
    raise StopIteration
async def sai():
    yield 1
    raise StopAsyncIteration
async def m5():
    for f in si, sai:
        try:
            async for x in f(): print(x)
        except RuntimeError as e: print(e, repr(e.__cause__))
print(drive(m5()))
for bad in ["async def f():\n  async for x in 5: pass", "async def f():\n  async with 5: pass", "async def f():\n  await 5"]:
    ns={}
    exec(bad, ns)
    print(drive(ns['f']()))
class It:
    def __aiter__(s): return s
    def __anext__(s): return 5
class It2:
    def __aiter__(s): return 4
class CM:
    def __aenter__(s): return 5
    async def __aexit__(s,*a): return True
class CM2:
    async def __aenter__(s): return 5
    def __aexit__(s,*a): return 7
async def f1():
    async for x in It(): pass
async def f2():
    async for x in It2(): pass
async def f3():
    async with CM(): pass
async def f4():
    async with CM2(): pass
for f in f1,f2,f3,f4: print(drive(f()))
def first(g): print('first', g.__name__)
def final(g): print('final', g.__name__)
sys.set_asyncgen_hooks(first, finalizer=final)
print(sys.get_asyncgen_hooks()[0] is first)
async def m6():
    g=ag()
    await anext(g)
print(drive(m6()))
sys.set_asyncgen_hooks(None,None)
print(sys.get_asyncgen_hooks())
try: sys.set_asyncgen_hooks(5)
except TypeError as e: print(e)
async def comp():
    async def r(n):
        for i in range(n): yield i
    print([x async for x in r(3)], {x async for x in r(3)}, {x:x async for x in r(3)})
    print([await Aw(i) async for i in r(2)])
    g = (x async for x in r(3))
    print(type(g))
    print([x async for x in g if x])
    print([(x,y) async for x in r(2) for y in range(2)])
    print([[y async for y in r(x)] for x in range(3)])
    return [x async for x in r(2) async for y in r(2)]
print(drive(comp()))
async def co(): return 5
c=co(); w=c.__await__(); print(type(w).__name__)
try: next(w)
except StopIteration as e: print(e.value)
async def aw2(c): return await c
async def susp():
    await Aw(1)
s=susp(); s.send(None)
print(drive(aw2(s)))
print(aw2.__name__, drive(aw2(co())))
c=co(); c.close()
try: c.send(None)
except RuntimeError as e: print(e)
def gg():
    yield 1
g=gg()
g.__name__='q'; print(g.__name__, g.__qualname__)
try: g.__name__=5
except TypeError as e: print(e)
try: exec("async def f():\n yield 1\n return 5")
except SyntaxError as e: print(e)
