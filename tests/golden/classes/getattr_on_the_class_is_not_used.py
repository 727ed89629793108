"""Implicit special method look-up skips the instance and __getattr__."""


class C:
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


c = C()
c.__len__ = lambda: 5
c.__call__ = lambda: "called"
c.__iter__ = lambda: iter([1])
c.__bool__ = lambda: False
for function in (len, iter, callable, bool, abs, hash, reversed):
    try:
        result = function(c)
        print(function.__name__, result if isinstance(result, bool) else type(result).__name__)
    except TypeError as error:
        print(function.__name__, error)
try:
    c()
except TypeError as error:
    print(error)
for source in ("c + 1", "1 + c", "c[0]", "c < 1", "-c", "0 in c", "c @ c", "c(1)", "[*c]", "{**c}", "c.missing"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
with_statement = "with c: pass"
try:
    exec(with_statement)
except TypeError as error:
    print(error)
