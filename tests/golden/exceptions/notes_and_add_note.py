"""add_note, __notes__, and what a traceback does with them."""
import traceback


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second\nline")
print(e.__notes__, e.args, str(e))
print("".join(traceback.format_exception_only(e)), end="")
attempt(lambda: e.add_note(5))
attempt(lambda: e.add_note())
e.__notes__ = ("tuple", 5)
print("".join(traceback.format_exception_only(e)), end="")
attempt(lambda: e.add_note("x"))
e.__notes__ = "text"
print("".join(traceback.format_exception_only(e)), end="")
e.__notes__ = 7
print("".join(traceback.format_exception_only(e)), end="")
del e.__notes__
e.add_note("again")
print(e.__notes__)
g = ExceptionGroup("g", [e, KeyError("k")])
g.add_note("on group")
print(g.split(ValueError)[0].__notes__, g.subgroup(KeyError).__notes__, g.derive([e]).__notes__ if hasattr(g.derive([e]), "__notes__") else "none")


class Custom(Exception):
    def __str__(self):
        return "custom\nlines"


c = Custom()
c.add_note("note")
print("".join(traceback.format_exception_only(c)), end="")
import copy
import pickle

print(copy.copy(e).__notes__, pickle.loads(pickle.dumps(e)).__notes__)
