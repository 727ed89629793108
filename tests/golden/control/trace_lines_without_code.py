"""Lines that leave no code behind (`try:`, a bare name, `break`) are told of all the same when lines are traced."""
import sys


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


def endless():
    n = 0
    while True:
        n += 1
        if n > 2:
            break


def loops():
    n = 0
    while n < 2:
        n += 1
        if n == 1:
            continue
        else:
            pass
    for a in 1, 2:
        if a == 1:
            continue
        a
    else:
        n
    while True:
        try:
            while n > 1:
                n -= 1
            break
        finally:
            a
    return 1


def finally_in_loop():
    for a in 1, 2:
        try:
            if a == 1:
                continue
            return 5
        finally:
            a


def leaving_with():
    with Manager():
        for a in 1, 2:
            if a:
                break
        return 3


def constants(y=2):
    if 1:
        if 0:
            x
        else:
            y = 1
    x: int
    if y and \
       y > 0 and \
       not y:
        pass
    elif y:
        assert y
    "text"
    ...
    1
    y


def handlers():
    try:
        try:
            raise KeyError
        except ValueError:
            1
        except (KeyError,
                IndexError):
            raise IndexError
        finally:
            2
    except IndexError as e:
        3
    else:
        4


def branches(a=1):
    if a:
        x = 1
    else:
        x = 2
    if not a:
        if x:
            x = 3
        else:
            x = 4
    elif x:
        x = 5
    try:
        f = 1
    except ValueError:
        f = 2
    else:
        f = 3
    with Manager() as g:
        for i in 1, 2:
            break
    while a:
        a -= 1
    else:
        pass
    match x:
        case 1:
            x
        case _:
            x
    return


def on_one_line():
    for i in range(2): i
    while i: i -= 1
    for i in range(3): pass


def tries():
    try: pass
    except ValueError: pass
    try:
        try:
            pass
        finally:
            pass
    finally:
        for i in range(2):
            try:
                if i:
                    continue
            except KeyError:
                pass
            i


def generator():
    try:
        yield 1
        "continued"
    finally:
        "finally"


def show(function):
    events = []
    base = function.__code__.co_firstlineno

    def trace(frame, event, argument):
        if frame.f_code is function.__code__:
            events.append(f"{frame.f_lineno - base}{event[0]}")
        return trace

    sys.settrace(trace)
    try:
        list(function() or ()) if function is generator else function()
    finally:
        sys.settrace(None)
    print(function.__name__, *events)


for function in (endless, loops, finally_in_loop, leaving_with, constants, handlers, branches, on_one_line, tries,
                 generator):
    show(function)
