import sys
from types import ModuleType, SimpleNamespace

m = ModuleType("made", "Its doc.")
print(m, m.__name__, m.__doc__, m.__dict__, m.__loader__, m.__spec__, m.__package__, ModuleType("x").__doc__)
m.value = 5
del m.value
m.__getattr__ = lambda name: f"made up {name}"
print(m.anything, getattr(m, "value"))
m.__dict__["direct"] = 1
print(m.direct, "direct" in vars(m), sorted(set(dir(m)) - {"__doc__", "__loader__", "__name__", "__package__", "__spec__"}))
m.__dir__ = lambda: ["b", "a"]
print(dir(m), repr(sys), type(sys) is ModuleType)
plain = ModuleType("plain")
for call in (lambda: plain.nothing, lambda: ModuleType(), lambda: ModuleType(5), lambda: ModuleType("a", 5).__doc__, lambda: plain(), lambda: delattr(plain, "__name__") or plain, lambda: plain.nothing, lambda: setattr(sys, "__class__", 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Special(ModuleType):
    @property
    def computed(self):
        return "computed"


m.__class__ = Special
print(m.computed, type(m).__name__)
n = SimpleNamespace(a=1, b="x")
n.c = n
print(n, n == SimpleNamespace(a=1, b="x"), SimpleNamespace({"k": 1}, j=2), vars(SimpleNamespace()), n.a)
for call in (lambda: SimpleNamespace({}, {}), lambda: SimpleNamespace({1: 2})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
