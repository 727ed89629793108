"""Equality of dicts ignores order, compares values, and passes errors on; dicts are not ordered."""
class Bad:
    def __eq__(self, o): raise ValueError("compared")
    __hash__ = object.__hash__


b = Bad()
print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 2.0}, {} == {}, {1: 1} != {1: 2}, {1: [1]} == {1: [1]}, {1: b} == {1: b}, {} == [], {1: 2} == {1: 2, 3: 4}, {1: {2: 3}} == {1: {2: 3}})
for f in (lambda: {1: b} == {1: Bad()}, lambda: {1: 2} < {1: 3}, lambda: {} >= {}, lambda: {1: b} == {2: b}, lambda: {1: Bad()} != {1: 5}):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
nan = float("nan")
print({1: nan} == {1: nan}, [{1: 2}].index({1.0: 2.0}), {1: 2} in [{1: 2}], ({1: 2},) == ({1: 2},))
