for source in ("None = 1", "True = 1", "__debug__ = 1", "def f(None): pass", "def f(__debug__): pass", "import x as True", "del None", "for False in []: pass", "(None := 1)", "f(True=1)", "x.None = 1", "class True: pass", "__debug__ += 1", "... = 1", "NotImplemented = 1"):
    try:
        exec(source, {"f": print, "x": 1})
        print(source, "is fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
print(__debug__, Ellipsis is ..., type(...)() is ..., type(None)() is None, type(NotImplemented)() is NotImplemented)
for call in (lambda: type(None)(1), lambda: type(...)(1), lambda: type(NotImplemented)(1), lambda: setattr(None, "x", 1), lambda: None(), lambda: ...(), lambda: None[0], lambda: None.x):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(repr(...), repr(None), repr(NotImplemented), bool(...), bool(None), hash(None) == hash(None), ....__reduce__(), NotImplemented.__reduce__())
import warnings

warnings.simplefilter("error")
try:
    bool(NotImplemented)
except DeprecationWarning as error:
    print(error)
