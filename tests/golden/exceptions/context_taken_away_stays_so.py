"""A context that was taken away does not come back while the exception goes on through blocks and generators."""
from contextlib import *
class N:
    async def __aenter__(self): pass
    async def __aexit__(self, t, e, tb):
        new = KeyError('new')
        try:
            raise new
        finally:
            new.__context__ = None
class S:
    def __enter__(self): pass
    def __exit__(self, t, e, tb):
        new = KeyError('new')
        try:
            raise new
        finally:
            new.__context__ = None
def run(c):
    try:
        while True: c.send(None)
    except StopIteration: pass
async def plain():
    try:
        async with N(): raise ValueError('e')
    except KeyError as e: print('plain async with', repr(e.__context__))
    try:
        with S(): raise ValueError('e')
    except KeyError as e: print('plain with', repr(e.__context__))
run(plain())
@asynccontextmanager
async def acm():
    async with N(): yield
@contextmanager
def cm():
    with S(): yield
async def b():
    try:
        async with acm(): raise ValueError('e')
    except KeyError as e: print('acm', repr(e.__context__))
    try:
        with cm(): raise ValueError('e')
    except KeyError as e: print('cm', repr(e.__context__))
    try:
        with ExitStack() as s:
            s.enter_context(cm())
            raise ValueError('e')
    except KeyError as e: print('stack', repr(e.__context__))
    try:
        async with AsyncExitStack() as s:
            await s.enter_async_context(acm())
            raise ValueError('e')
    except KeyError as e: print('astack', repr(e.__context__))
run(b())
def g():
    try: yield
    except ValueError:
        new = KeyError('new')
        try:
            raise new
        finally:
            new.__context__ = None
x=g(); next(x)
try: raise ValueError
except ValueError as e:
    try: x.throw(e)
    except KeyError as k: print('throw', repr(k.__context__))
