import sys
def __getattr__(name):
    if name.startswith("lazy_"):
        return name.upper()
    raise AttributeError(f"no {name} here")
def __dir__():
    return ["z", "a"]
me = sys.modules[__name__]
print(me.lazy_x, dir(me), hasattr(me, "other"))
try:
    me.other
except AttributeError as e:
    print(e)
try:
    lazy_x  # names of the code itself do not ask it
except NameError as e:
    print(e)
from __main__ import lazy_y
print(lazy_y)
try:
    from __main__ import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
