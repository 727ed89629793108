from contextlib import contextmanager, suppress, closing, nullcontext, ExitStack
@contextmanager
def tag(n):
    print("<" + n)
    try:
        yield n.upper()
    except KeyError as e:
        print("handled", e)
    finally:
        print(">" + n)
with tag("a") as t:
    print(t)
with tag("b"):
    raise KeyError("k")
with suppress(ZeroDivisionError):
    1 / 0
with nullcontext(5) as n:
    print(n)
with ExitStack() as s:
    print([s.enter_context(tag(c)) for c in "xy"])
    s.callback(print, "callback")
class C:
    def close(self): print("closed")
with closing(C()) as c:
    pass
@tag("deco")
def f(): print("in f")
f()
@contextmanager
def none():
    return
    yield
try:
    with none():
        pass
except RuntimeError as e:
    print(e)
