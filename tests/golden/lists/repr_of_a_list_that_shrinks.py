"""The representation of a list whose items change it meanwhile, and of namespaces that contain themselves."""
import types


class Taker:
    def __repr__(self):
        if items:
            items.pop()
        return "taker"


class Adder:
    def __repr__(self):
        if len(items) < 6:
            items.append(len(items))
        return "adder"


items = [Taker() for _ in range(5)]
print(items, len(items))
items = [Adder(), "b"]
print(items, len(items))

a = types.SimpleNamespace(n=1)
a.itself = a
b = types.SimpleNamespace(other=a)
a.more = [b]
print(a)
print(b)


class Named(types.SimpleNamespace):
    pass


c = Named(a=a)
c.c = c
print(c)
