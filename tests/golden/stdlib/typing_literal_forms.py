"""Literal flattens, removes duplicates by type and value, and may be empty of nothing but a tuple."""
from typing import Literal, get_args


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: Literal[()])
attempt(lambda: get_args(Literal[()]))
attempt(lambda: Literal[1, 2, 1])
attempt(lambda: Literal[1, True, 1.0])
attempt(lambda: Literal[Literal[1, 2], 3])
attempt(lambda: Literal[1, 2] == Literal[2, 1])
attempt(lambda: Literal[1] == Literal[True])
attempt(lambda: hash(Literal[1, 2]) == hash(Literal[2, 1]))
attempt(lambda: Literal["a", None, b"x"])
attempt(lambda: Literal[[1]])
attempt(lambda: Literal[[1], [1]])
attempt(lambda: Literal[1]())
attempt(lambda: Literal)
attempt(lambda: Literal[1].__origin__)
attempt(lambda: isinstance(1, Literal[1]))
attempt(lambda: Literal[1] | int)
attempt(lambda: Literal[...])
