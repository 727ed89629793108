def attempt(action):
    try:
        action()
    except BaseException as e:
        print(repr(e), "| cause", repr(e.__cause__), "| context", repr(e.__context__), e.__suppress_context__)


def from_class():
    raise ValueError("a") from KeyError


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("a") from None


def from_itself():
    e = ValueError("self")
    raise e from e


def from_bad():
    raise ValueError from 3


def implicit():
    try:
        {}["k"]
    finally:
        raise TypeError("in finally")


def bare():
    raise


def not_an_exception():
    raise "text"


def class_with_arguments():
    raise UnicodeDecodeError


class Odd(Exception):
    def __new__(cls):
        return 5


def makes_something_else():
    raise Odd


for action in (from_class, from_none, from_itself, from_bad, implicit, bare, not_an_exception, class_with_arguments, makes_something_else):
    attempt(action)
