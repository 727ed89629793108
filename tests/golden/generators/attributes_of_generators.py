def numbers():
    yield 1
    yield from (n for n in "ab")


g = numbers()
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name, g.gi_frame is not None, g.__name__, g.__qualname__)
next(g)
print(g.gi_suspended)
next(g)
print(type(g.gi_yieldfrom).__name__, g.gi_frame.f_lineno)
g.__name__ = "renamed"
print(repr(g)[:26], g.__name__, g.__qualname__)
list(g)
print(g.gi_frame, g.gi_suspended, g.gi_yieldfrom)
for call in (lambda: setattr(g, "gi_running", 1), lambda: setattr(g, "__name__", 3), lambda: type(g)(), lambda: setattr(g, "x", 1), lambda: g.send(), lambda: g.throw(), lambda: g.throw(1), lambda: numbers().send(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
expression = (n for n in [])
print(expression.__name__, expression.__qualname__)
