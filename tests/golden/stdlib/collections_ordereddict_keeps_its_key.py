"""Moving an item leaves the key that the dict has in place, not the equal one that was asked for."""
from collections import OrderedDict


class Key:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __repr__(self):
        return self.name


d = OrderedDict([(1, "a"), (2, "b"), (3, "c")])
for last in (True, False):
    d.move_to_end(True, last)
    d.move_to_end(3.0, last=last)
    print(d)
d = OrderedDict()
d[Key("first")] = 1
for last in (True, False):
    d.move_to_end(Key("second"), last=last)
    print(d)
many = OrderedDict.fromkeys(range(30))
for n in range(0, 30, 3):
    many.move_to_end(float(n))
    many.move_to_end(n + 1.0, last=False)
print(list(many), list(reversed(many)))
print(all(n in many for n in range(30)), many.popitem(), many.popitem(last=False))
for call in (lambda: d.move_to_end([]), lambda: many.move_to_end(99)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
