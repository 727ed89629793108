"""What raise accepts, how classes are instantiated, and what a bare raise needs."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def raising(statement, **names):
    def run():
        exec(statement, {**globals(), **names})
    attempt(run)


class Needs(Exception):
    def __init__(self, a):
        super().__init__("needs", a)


class Returns(Exception):
    def __new__(cls):
        return 5


class Meta(type(Exception)):
    def __call__(cls):
        return KeyError("from the metaclass")


class Called(Exception, metaclass=Meta):
    pass


raising("raise")
raising("raise ValueError")
raising("raise ValueError()")
raising("raise ValueError('a', 1)")
raising("raise 5")
raising("raise 'text'")
raising("raise None")
raising("raise int")
raising("raise object")
raising("raise Needs")
raising("raise Needs(1)")
raising("raise Returns")
raising("raise (ValueError, 1)")
raising("raise ValueError from KeyError")
raising("raise ValueError from None")
raising("raise ValueError from 'x'")
raising("raise ValueError from Needs")
raising("raise undefined")
raising("raise ValueError(undefined)")
try:
    try:
        raise ValueError("first")
    finally:
        try:
            raise
        except RuntimeError as error:
            print("finally", error)
except ValueError as error:
    print(error)


def later():
    raise


try:
    1 / 0
except ZeroDivisionError:
    attempt(later)
attempt(later)


def generator():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1
        raise


g = generator()
next(g)
attempt(lambda: next(g))
