"""Filters, categories, stack levels, registries, errors and catch_warnings."""
import warnings


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def warn(text="w", category=UserWarning, level=1):
    warnings.warn(text, category, stacklevel=level)


for action in ("error", "ignore", "always", "default", "module", "once"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for _ in range(2):
            attempt(warn)
        print(action, len(caught), [str(w.message) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.filterwarnings("always")
    warnings.filterwarnings("ignore", message="quiet.*")
    warnings.filterwarnings("error", category=DeprecationWarning)
    warn("quiet please"); warn("loud"); attempt(lambda: warn("d", DeprecationWarning))
    warnings.warn(RuntimeWarning("instance"))
    warnings.warn_explicit("explicit", UserWarning, "file.py", 7)
    print([(str(w.message), w.category.__name__, w.lineno if w.filename == "file.py" else "-") for w in caught])
for bad in ((lambda: warnings.warn(5)), (lambda: warnings.warn("a", int)), (lambda: warnings.warn("a", "b")), (lambda: warnings.simplefilter("nope")), (lambda: warnings.filterwarnings("ignore", message=5)), (lambda: warnings.filterwarnings("ignore", category=5)), (lambda: warnings.filterwarnings("ignore", lineno=-1)), (lambda: warnings.formatwarning("m", UserWarning, "f", 5, "line")), (lambda: warnings.catch_warnings(5)), (lambda: warnings.deprecated("old")(lambda: 5).__deprecated__), (lambda: warnings.deprecated(5))):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        attempt(bad)


@warnings.deprecated("use g")
def f(): return 1


@warnings.deprecated("old class")
class K: pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    f(); K()
    print([str(w.message) for w in caught], f.__deprecated__)
print(issubclass(DeprecationWarning, Warning), [c.__name__ for c in Warning.__subclasses__()][:5])
