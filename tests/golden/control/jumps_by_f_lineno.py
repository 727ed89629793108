"""A trace function jumps by setting `f_lineno`, where blocks allow it; else the ValueError says why not."""
import sys
import warnings

warnings.simplefilter("ignore")


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)

    def __exit__(self, *exception):
        print("exit", self.name, exception[0])


def program():
    x = 1
    y = 2
    print("three", x, y)
    for i in 1, 2:
        print("in for", i)
        x
    try:
        print("in try")
        1 / 0
    except ZeroDivisionError as error:
        print("handler", error)
        print("still", sys.exception())
    finally:
        print("finally", sys.exception())
    with Manager("a"):
        print("in with")
        print("still in with")
    with Manager("b"):
        print("in other with")
    while y < 4:
        y += 1
    for j in "ab":
        print("second for", j)
    try:
        print("no exception")
    except ValueError:
        print("never")
    else:
        print("else")
    print("end", sys.exception())
    return y


BASE = program.__code__.co_firstlineno


def run(event, start, target):
    done = []

    def trace(frame, what, argument):
        if frame.f_code is program.__code__ and what == event and frame.f_lineno == BASE + start and not done:
            done.append(True)
            try:
                frame.f_lineno = target if not isinstance(target, int) or isinstance(target, bool) else BASE + target
                print("jumps to", frame.f_lineno - BASE)
            except ValueError as error:
                print(type(error).__name__, str(error).replace(str(BASE + 500), "LAST").replace(str(BASE - 5), "FIRST"))
        return trace

    print("---", event, start, target)
    sys.settrace(trace)
    try:
        program()
    except Exception as error:
        print("raised", type(error), error)
    finally:
        sys.settrace(None)


for start, target in ((1, 3), (3, 1), (3, 8), (3, 5), (5, 7), (5, 23), (6, 5), (5, 4), (8, 14), (8, 17), (12, 8), (3, 11),
                      (3, 16), (17, 19), (17, 20), (16, 18), (16, 23), (17, 3), (22, 21), (23, 5), (22, 26), (21, 28),
                      (25, 27), (3, 27), (29, 25), (3, 30), (1, 500), (1, -5), (3, 13), (14, 3), (30, 2)):
    run("line", start, target)
for event, start, target in (("call", 0, 3), ("return", 31, 3), ("exception", 9, 3), ("line", 1, "text"), ("line", 1, True),
                             ("line", 1, 2.0)):
    run(event, start, target)
frame = sys._getframe()
for change in (lambda: setattr(frame, "f_lineno", 3), lambda: delattr(frame, "f_lineno"),
               lambda: setattr(frame, "f_lineno", None)):
    try:
        change()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)


def callee():
    pass


def caller():
    callee()
    print("after")


def other_frame(frame, event, argument):
    if frame.f_code is callee.__code__ and event == "line":
        print(frame.f_back.f_lineno - caller.__code__.co_firstlineno)
    return other_frame


sys.settrace(other_frame)
caller()
sys.settrace(None)


def unbound():
    print("start")
    a = 1
    b = 2
    print("unbound", a, b)


def skip(frame, event, argument):
    if frame.f_code is unbound.__code__ and event == "line" and frame.f_lineno == unbound.__code__.co_firstlineno + 2:
        frame.f_lineno += 2
    return skip


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    sys.settrace(skip)
    unbound()
    sys.settrace(None)
print([str(warning.message) for warning in caught], caught[0].category.__name__)
