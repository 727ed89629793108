import contextlib, io
b = io.StringIO()
with contextlib.redirect_stdout(b):
    print("captured")
print(repr(b.getvalue()))
class D(contextlib.ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out")
@D()
def f(): return "f"
print(f())
with contextlib.ExitStack() as s:
    for i in range(3): s.callback(print, "cb", i)
    s.pop_all().close()
    print("popped")
with contextlib.suppress(KeyError, ValueError) as n:
    raise KeyError
print(n)
