"""What iter(), for, in, unpacking, and list() ask of an object, and what happens when it answers badly."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class Seq:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i * i


class Len(Seq):
    def __len__(self): print("len", end=" "); return 2


class BadIter:
    def __iter__(self): return 5


class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return 1


class IterOnly:
    def __iter__(self): return self


class NextOnly:
    def __next__(self): return 1


class Raises:
    def __iter__(self): raise KeyError("iter")


class NextRaises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next")


class Reversed:
    def __reversed__(self): return "anything"


for make in (lambda: Seq(3), lambda: Len(3), BadIter, NoneIter, IterOnly, NextOnly, Raises, NextRaises, lambda: 5, lambda: None, lambda: object):
    attempt(lambda: list(make()))
    attempt(lambda: 4 in make())
    attempt(lambda: (lambda a, *b: (a, b))(*make()))
    attempt(lambda: [x for x in make()])


    def unpack():
        a, b = make()
        return a, b


    attempt(unpack)
attempt(lambda: list(reversed(Len(3))))
attempt(lambda: reversed(Reversed()))
attempt(lambda: reversed({1}))
attempt(lambda: reversed(5))
attempt(lambda: list(reversed({1: 2, 3: 4})))
attempt(lambda: sum(Seq(4)))
attempt(lambda: dict(Seq(2)))
attempt(lambda: max(Seq(0)))
attempt(lambda: ",".join(Seq(2)))
attempt(lambda: sorted(Seq(3), reverse=True))
attempt(lambda: tuple(zip(Seq(2), Seq(3))))
attempt(lambda: [*Seq(2), *"a"])
