"""In a function, frame.f_locals is a view that writes to the variables (PEP 667)."""
import sys


def f():
    x = 1
    frame = sys._getframe()
    frame.f_locals["x"] = 2
    print(x)
    frame.f_locals["new"] = 3
    print(frame.f_locals["new"], "new" in locals(), sorted(frame.f_locals))
    copy = locals()
    copy["x"] = 99
    print(x, locals() is locals(), copy["x"])
    try:
        del frame.f_locals["x"]
    except (ValueError, TypeError) as error:
        print("refused")
    proxy = frame.f_locals
    print(type(proxy).__name__, proxy == frame.f_locals, len(proxy), proxy is frame.f_locals)
    proxy.update({"x": 5})
    print(x, proxy.get("nothing", "default"), proxy.setdefault("x", 1))
    print(list(proxy.items())[0], "x" in proxy, proxy | {"q": 1} == dict(proxy, q=1))
    try:
        proxy["absent"]
    except KeyError as error:
        print(repr(error))
    print(repr(proxy.copy().keys() == set(proxy)), list(reversed(proxy))[-1])


f()


def outer():
    c = 1

    def inner():
        sys._getframe().f_locals["c"] = 7
        return c

    print(inner(), c)


outer()


def writes_to_caller():
    sys._getframe(1).f_locals["told"] = "changed"


def caller():
    told = "before"
    writes_to_caller()
    print(told)


caller()
print(sys._getframe().f_locals is globals())
