"""Setting a comparison method to None makes the operator a TypeError."""


class Off:
    __lt__ = None
    __eq__ = None


class Plain:
    def __gt__(self, other):
        return "reflected gt"


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


o, p = Off(), Plain()
attempt(lambda: o < 1)
attempt(lambda: o < p)
attempt(lambda: o > 1)
attempt(lambda: 1 > o)
attempt(lambda: o == 1)
attempt(lambda: o != 1)
attempt(lambda: 1 == o)
attempt(lambda: o in [1])
attempt(lambda: o in [o])
attempt(lambda: [o].count(o))
attempt(lambda: sorted([o, o]))
attempt(lambda: max(o, o))
attempt(lambda: p < o)
attempt(lambda: hash(o))


class AddOff(int):
    __add__ = None
    __radd__ = None


attempt(lambda: AddOff(1) + 1)
attempt(lambda: 1 + AddOff(1))
attempt(lambda: AddOff(1) - 1)
attempt(lambda: sum([AddOff(1)]))


class NegOff(int):
    __neg__ = None
    __index__ = None
    __bool__ = None


attempt(lambda: -NegOff(1))
attempt(lambda: [1, 2][NegOff(1)])
attempt(lambda: not NegOff(1))
