# Calls and returns, of built-in functions too, as sys.setprofile tells of them.
import sys


def profiler(frame, event, argument):
    print(event, frame.f_code.co_name, getattr(argument, "__name__", argument))


def work():
    len([1])
    "a".upper()
    try:
        max()
    except TypeError:
        pass
    inner(1)


def inner(x):
    return x


sys.setprofile(profiler)
work()
sys.setprofile(None)
print(sys.getprofile())
