"""| keeps the left class's dict, |= takes any iterable of pairs, and both refuse the rest."""
class D(dict): pass
class R(dict):
    def __ror__(self, o): return "ror"
    def __or__(self, o): return "or"


d = D(a=1)
print(type(d | {"b": 2}).__name__, type({"b": 2} | d).__name__, {"a": 0} | d, d | {"a": 2}, {} | R(), R() | {}, list(({"x": 1, "y": 2} | {"x": 3, "z": 4}).items()))
d |= (("c", 3),)
d |= {"a": 9}.items()
print(d, type(d).__name__)
for f in (lambda: {} | [], lambda: [] | {}, lambda: {} | None, lambda: {} | (("a", 1),), lambda: {}.__or__([]), lambda: {}.__ior__([1]), lambda: {}.__ior__(5), lambda: dict.__or__({1: 2}, {3: 4}), lambda: dict.__ror__({1: 2}, {3: 4})):
    try:
        print(f())
    except TypeError as error:
        print(error)
