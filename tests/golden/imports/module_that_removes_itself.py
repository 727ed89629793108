"""A module that is gone from sys.modules when its code ends cannot be imported; one that replaces itself can."""
import os
import sys

os.makedirs("here")
sys.path.insert(0, "here")


def write(name, text):
    with open(f"here/{name}.py", "w") as file:
        file.write(text)


def attempt(source):
    try:
        exec(source, {})
        print(source, "fine")
    except BaseException as error:
        print(source, type(error).__name__, error)


write("gone", "import sys\ndel sys.modules[__name__]\n")
attempt("import gone")
write("replaced", "import sys\nsys.modules[__name__] = 'a string'\n")
attempt("import replaced; print(replaced)")
attempt("from replaced import upper; print(upper())")
attempt("from replaced import nothing")
write("fails", "x = 1\nraise RuntimeError('while importing')\n")
attempt("import fails")
print("fails" in sys.modules)
write("none", "")
sys.modules["none"] = None
attempt("import none")
attempt("from none import x")
del sys.modules["none"]
attempt("import none; print(none.__name__)")
write("syntax", "x = = 1\n")
attempt("import syntax")
attempt("import here.gone")
attempt("import replaced.sub")
attempt("import os.nothing")
attempt("import nowhere.sub")
attempt("from . import x")
attempt("from .a import x")
