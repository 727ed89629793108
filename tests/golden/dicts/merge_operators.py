a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a, {} | {})
a |= b
print(a)
a |= [("w", 5)]
print(a)


class Child(dict):
    pass


print(type(Child(a=1) | {}).__name__, type({} | Child()).__name__, Child(a=1) | {"b": 2})


class Reflected(dict):
    def __ror__(self, other):
        return "reflected"


print({} | Reflected(), Reflected() | {})
for call in (lambda: {} | [("a", 1)], lambda: [] | {}, lambda: {} | None, lambda: {}.__ior__(3), lambda: {} + {}, lambda: {} & {}, lambda: {} < {}):
    try:
        print(call())
    except TypeError as error:
        print(error)
print({}.__or__([]), {}.__ror__({"a": 1}), {**a, "x": 0, **{"last": 1}})
