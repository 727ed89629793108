"""A frame object that outlives its call keeps all locals, the one that was returned too."""
import sys

frames = []


def plain():
    x, y = [1], 2
    frames.append(sys._getframe())
    return x


def generator():
    z = "s" * 3
    frames.append(sys._getframe())
    yield 1
    return z


def closure(q):
    frames.append(sys._getframe())

    def inner():
        return q
    return inner


def leaving(q):
    w = 1
    frames.append(sys._getframe())
    try:
        1 / 0
    finally:
        return q


class Init:
    def __init__(self, a):
        b = a
        frames.append(sys._getframe())


def traced(q):
    return q


plain(), list(generator()), closure(3), leaving(5), Init(7)
print([{k: v for k, v in frame.f_locals.items() if k not in ("self", "inner")} for frame in frames])
print("inner" in frames[2].f_locals)
ended = []
sys.setprofile(lambda frame, event, argument: ended.append(frame) if event == "return" else None)
traced(9)
sys.setprofile(None)
print(ended[0].f_locals)
