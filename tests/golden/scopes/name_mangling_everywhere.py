"""Private names are mangled in attributes, parameters, keywords, imports, globals, and not in texts."""
import sys
import types

sys.modules["_C__mod"] = types.ModuleType("_C__mod")
_C__glob = "global"


class C:
    __a = 1
    __b__ = 2
    _c = 3
    __ = 4
    ___d = 5

    def __init__(self):
        self.__x = 1
        self.__dict__["__y"] = 2

    def m(self, __p=1, *__args, __k=2, **__kw):
        __local = 3
        return sorted(locals())

    def n(self):
        import __mod
        global __glob
        __glob = "changed"
        return __mod.__name__

    def k(self):
        return self.m(__k=5)

    def text(self):
        return getattr(self, "__x", "no"), self.__x, hasattr(self, "_C__x")

    def nested(self):
        class __D:
            __e = 6
        return __D.__name__, sorted(n for n in vars(__D) if "e" in n and not n.startswith("__"))

    def loop(self):
        for __i in range(2):
            pass
        with open("/dev/null") as __f:
            pass
        try:
            raise ValueError
        except ValueError as __error:
            pass
        return sorted(locals())

    def comp(self):
        return [__v for __v in range(2)], (lambda __w: __w)(5), {"__key": 1}

    def match(self, value):
        match value:
            case {"k": __m}:
                return sorted(locals())


c = C()
print(sorted(n for n in vars(C) if not n.endswith("__") or n == "__"), vars(c))
print(c.m(), c.n(), _C__glob, c.k(), c.text(), c.nested(), c.loop(), c.comp(), c.match({"k": 1}))


class _Under:
    __a = 1


class __:
    __b = 2


class _:
    __c = 3


print([n for k in (_Under, __, _) for n in vars(k) if n[-1] in "abc" and not n.startswith("__d")])
try:
    c.__x
except AttributeError as error:
    print(error)
