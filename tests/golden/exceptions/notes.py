e = ValueError("x")
e.add_note("first")
e.add_note("second")
print(e.__notes__, str(e))
try:
    e.add_note(5)
except TypeError as t:
    print(t)
print(hasattr(ValueError(), "__notes__"))
import traceback
print(traceback.format_exception_only(e))
