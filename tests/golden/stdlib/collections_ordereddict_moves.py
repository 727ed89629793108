from collections import OrderedDict

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict(x=1, y=2))))
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) | {"b": 2}, OrderedDict.fromkeys("ab"))
for call in (lambda: o.move_to_end("nope"), lambda: OrderedDict().popitem(), lambda: o.pop("nope"), lambda: OrderedDict(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
class Default(OrderedDict):
    def __missing__(self, key):
        return key * 2


print(Default()["ab"], Default(a=1).copy(), type(Default().copy()).__name__, OrderedDict([("k", [1])]).pop("k"), o.setdefault("z", 9), repr(OrderedDict()))
