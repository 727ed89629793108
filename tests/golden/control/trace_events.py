# Calls, lines, returns and exceptions as sys.settrace tells of them.
import sys


def tracer(frame, event, argument):
    line = frame.f_lineno - frame.f_code.co_firstlineno
    print(event, frame.f_code.co_name, line, argument[0] if event == "exception" else argument)
    return tracer


def adds(count):
    total = 0
    for number in range(count):
        total += number
    return total


def fails():
    raise ValueError


def catches():
    x = 1
    with_handler(x)


def with_handler(x):
    x = [fails for _ in ()]
    x = fails()


def gives():
    yield 1
    yield 2


def takes():
    for item in gives():
        last = item
    return (lambda: 3)()


for function, arguments in ((adds, (2,)), (takes, ())):
    sys.settrace(tracer)
    function(*arguments)
    sys.settrace(None)
sys.settrace(tracer)
try:
    catches()
except ValueError:
    sys.settrace(None)
print(sys.gettrace())


def failing(frame, event, argument):
    if event == "line":
        raise KeyError("from the hook")
    return failing


sys.settrace(failing)
try:
    adds(1)
except KeyError as error:
    print("caught", error, sys.gettrace())
