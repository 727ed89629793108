import copy


class Thing:
    def __init__(self):
        self.parts = [1]
        self.me = self


t = Thing()
shallow, deep = copy.copy(t), copy.deepcopy(t)
print(shallow.parts is t.parts, shallow.me is t, deep.parts is t.parts, deep.me is deep, deep.parts)


class Custom:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return type(memo).__name__

    def __replace__(self, **changes):
        return changes


print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.replace(Custom(), a=1), copy.deepcopy([Custom()]))
shared = [0]
both = copy.deepcopy([shared, shared])
print(both[0] is both[1], both[0] is shared, copy.deepcopy((1, "a")) is not None, copy.copy([1, [2]]), copy.deepcopy({"k": {1, 2}}), copy.copy(len) is len, copy.deepcopy(Thing) is Thing, copy.deepcopy(None), copy.copy(bytearray(b"x")), copy.deepcopy(range(3)), copy.deepcopy(frozenset([1])))
loop = []
loop.append((loop,))
again = copy.deepcopy(loop)
print(again[0][0] is again, again is loop)


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = [1]
print(copy.copy(s).a, hasattr(copy.copy(s), "b"), copy.deepcopy(s).a is s.a)


class NoReduce:
    def __reduce_ex__(self, protocol):
        raise TypeError("never")


for call in (lambda: copy.copy(NoReduce()), lambda: copy.deepcopy((n for n in [])), lambda: copy.replace(5), lambda: copy.copy(iter([1])).__next__()):
    try:
        print(call())
    except TypeError as error:
        print(error)
