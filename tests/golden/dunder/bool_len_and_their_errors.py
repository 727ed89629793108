"""Truth asks __bool__, then __len__; both have rules about what they return."""


def attempt(value, function=bool):
    try:
        print(function(value))
    except Exception as error:
        print(type(error).__name__, error)


def kind(**body):
    return type("C", (), {f"__{name}__": (lambda self, answer=answer: answer) for name, answer in body.items()})()


attempt(kind(bool=True, len=0))
attempt(kind(bool=1))
attempt(kind(bool=None))
attempt(kind(len=5))
attempt(kind(len=0))
attempt(kind(len=-1))
attempt(kind(len=-1), len)
attempt(kind(len="a"))
attempt(kind(len=1.0), len)
attempt(kind(len=2**100))
attempt(kind(len=2**100), len)
attempt(kind(len=2**63 - 1), len)
attempt(kind(len=True), len)
attempt(kind())
attempt(kind(bool=NotImplemented))


class Index:
    def __index__(self):
        return 3


attempt(kind(len=Index()), len)


class Off:
    __bool__ = None


attempt(Off())


class LenOff:
    __len__ = None


attempt(LenOff())
attempt(LenOff(), len)
