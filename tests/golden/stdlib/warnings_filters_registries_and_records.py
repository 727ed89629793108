import sys
import warnings

out = []
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: out.append((category.__name__, str(message)))


def drain():
    result = out[:]
    out.clear()
    return result


def again(n, action):
    warnings.resetwarnings()
    warnings.simplefilter(action)
    globals().pop("__warningregistry__", None)
    for i in range(n):
        warnings.warn(f"text {i % 2}")
        warnings.warn("same")
    return drain()


for action in ("default", "always", "once", "module", "ignore", "all"):
    try:
        print(action, again(3, action))
    except (ValueError, AssertionError) as error:
        print(action, type(error).__name__, error)
warnings.simplefilter("error")
for args in (("m",), ("m", DeprecationWarning), (UserWarning("instance"),), ("m", None, 5), ("m", int), ("m", ValueError), (5,)):
    try:
        warnings.warn(*args)
    except Exception as error:
        print(args, type(error).__name__, error)
warnings.resetwarnings()
warnings.filterwarnings("ignore", "secret.*", UserWarning)
warnings.filterwarnings("error", category=RuntimeWarning, module="__main__", append=True)
for message, category in (("secret thing", UserWarning), ("Secret thing", UserWarning), ("a secret", UserWarning), ("secret", FutureWarning)):
    warnings.warn(message, category)
try:
    warnings.warn("r", RuntimeWarning)
except RuntimeWarning as error:
    print("raised", error)
print(drain(), [(f[0], f[1] and f[1].pattern, f[2].__name__, f[4]) for f in warnings.filters])
for kw in ({"action": "nothing"}, {"action": "ignore", "message": 5}, {"action": "ignore", "category": int}, {"action": "ignore", "lineno": -1}, {"action": "ignore", "category": "x"}):
    try:
        warnings.filterwarnings(**kw)
    except (AssertionError, TypeError, ValueError) as error:
        print(kw, type(error).__name__, error)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("one", stacklevel=1)
    warnings.warn_explicit("two", DeprecationWarning, "file.py", 7, module="mod", registry={})
    print([(str(w.message), w.category.__name__, w.lineno > 0, w.line, w.source) for w in log], log[1].filename, str(log[1]).split("{")[1][:20])
print(drain(), len(log))
with warnings.catch_warnings(action="ignore", category=UserWarning):
    warnings.warn("silent")
manager = warnings.catch_warnings()
print(repr(manager), repr(warnings.catch_warnings(record=True)))
try:
    manager.__exit__()
except RuntimeError as error:
    print(error)
with manager:
    try:
        manager.__enter__()
    except RuntimeError as error:
        print(error)
print(warnings.formatwarning("msg", UserWarning, "no_file.py", 3), warnings.formatwarning("msg", UserWarning, "f", 1, line="  code  "))


@warnings.deprecated("use new()")
def old(x):
    return x


@warnings.deprecated("no class", category=FutureWarning)
class Old:
    def __init__(self, v):
        self.v = v


class SubOld(Old):
    pass


warnings.simplefilter("always")
print(old(3), Old(5).v, SubOld(6).v, old.__deprecated__, Old.__deprecated__, drain())
try:
    warnings.deprecated(5)
except TypeError as error:
    print(error)


def level():
    warnings.warn("from caller", stacklevel=2)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for _ in range(3):
        level()
    print(len(log))
    registry = {}
    for _ in range(2):
        warnings.warn_explicit("x", UserWarning, "f", 1, registry=registry)
    print(len(log), sorted(k for k in registry if isinstance(k, tuple)), registry.get("version") is not None)
exec("import warnings\nwarnings.simplefilter('always')\ndef f():\n    x = 1\n    return x is 1", scope := {})
compile("assert (1, 'x')", "<c>", "exec")
compile("'\\d'", "<c>", "exec")
compile("1 is 1", "<c>", "exec")
compile("(1)(2)", "<c>", "exec")
compile("0x1for x in y", "<c>", "exec") if False else None
print(drain(), sys.warnoptions, issubclass(EncodingWarning, Warning), BytesWarning.__mro__[1].__name__)
