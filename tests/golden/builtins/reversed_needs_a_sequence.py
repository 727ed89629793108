class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index * 10


class Own:
    def __reversed__(self):
        return "anything at all"


class Blocked(Sequence):
    __reversed__ = None


print(list(reversed(Sequence())), reversed(Own()), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2})))
print("".join(reversed("añb")), list(reversed(b"ab")), list(reversed((1, 2))))
backwards = reversed([1, 2, 3])
print(backwards.__length_hint__(), next(backwards), backwards.__length_hint__(), list(backwards), next(backwards, "end"))
for value in ({1}, 3, iter([]), Blocked(), None, (n for n in [])):
    try:
        reversed(value)
    except TypeError as error:
        print(error)
growing = [1, 2]
walk = reversed(growing)
growing.append(3)
print(list(walk))
shrinking = [1, 2, 3]
walk = reversed(shrinking)
shrinking.clear()
print(list(walk))
