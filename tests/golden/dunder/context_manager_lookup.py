class Good:
    def __enter__(self): return "entered"
    def __exit__(self, *args): print([str(a) for a in args[:2]]); return True
with Good() as g:
    print(g)
with Good():
    raise ValueError("swallowed")
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
class OnInstance: pass
o = OnInstance()
o.__enter__ = o.__exit__ = lambda *a: None
class Asynchronous:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for m in (NoExit(), NoEnter(), o, 5, None, Good, Asynchronous()):
    try:
        with m:
            print("never")
    except TypeError as e:
        print(e)
