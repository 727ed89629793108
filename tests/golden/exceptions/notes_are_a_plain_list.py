e = ValueError("x")
e.add_note("one")
e.add_note("two")
print(e.__notes__, str(e), repr(e), e.__dict__)
e.__notes__ = ["replaced"]
e.add_note("three")
print(e.__notes__)
e.__notes__ = "not a list"
for call in (lambda: e.add_note("x"), lambda: e.add_note(3), lambda: e.add_note(), lambda: ValueError().add_note(None)):
    try:
        print(call())
    except TypeError as error:
        print(error)
import copy
import traceback

e.__notes__ = ["line\nbreak", "x"]
print(traceback.format_exception_only(e), copy.copy(e).__notes__)
e.__notes__ = 5
print(traceback.format_exception_only(e))
e.__notes__ = [1, None]
print(traceback.format_exception_only(e))
