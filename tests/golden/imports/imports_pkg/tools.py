from . import value


def helper():
    return value + 1
