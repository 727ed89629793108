"""__getattribute__, __getattr__, __setattr__, __delattr__ and __dir__: order, recursion and errors."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class H:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        log = object.__getattribute__(self, "log")
        log.append(f"get {name}")
        if name == "raises":
            raise AttributeError("from getattribute")
        if name == "fails":
            raise ValueError("not an attribute error")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        object.__getattribute__(self, "log").append(f"fallback {name}")
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        object.__getattribute__(self, "log").append(f"set {name}")
        if name != "refused":
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        object.__getattribute__(self, "log").append(f"del {name}")


h = H()
h.a = 1
h.refused = 2
del h.b
attempt(lambda: (h.a, h.xyz, h.raises if False else ""))
for name in ("raises", "fails", "refused", "q"):
    attempt(lambda: getattr(h, name))
print(hasattr(h, "xx"), getattr(h, "zz", "default"), len(object.__getattribute__(h, "log")), object.__getattribute__(h, "log")[:4])


class Loop:
    def __getattr__(self, name):
        return self.other


class Dyn:
    pass


attempt(lambda: Loop().x)
d = Dyn()
Dyn.__getattr__ = lambda self, name: f"late {name}"
print(d.anything)
del Dyn.__getattr__
attempt(lambda: d.anything)
d.__getattr__ = lambda name: "on the instance"
attempt(lambda: d.anything)
Dyn.__setattr__ = lambda self, n, v: print("hook", n, v)
d.q = 5
print("q" in vars(d))


class Meta(type):
    def __getattr__(cls, name): return f"meta {name}"
    def __setattr__(cls, name, value): print("meta set", name); super().__setattr__(name, value)


class M(metaclass=Meta): pass


print(M.unknown)
M.a = 1
attempt(lambda: M().unknown)
