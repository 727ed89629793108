import traceback


def outer(n):
    return inner(n)


def inner(n):
    if n == 0:
        raise ValueError("bottom")
    return outer(n - 1)


try:
    outer(1)
except ValueError as error:
    summary = traceback.extract_tb(error.__traceback__)
    print([(frame.name, frame.lineno, frame.line) for frame in summary])
    print(traceback.format_exception_only(error), traceback.format_exception(error)[0], len(traceback.format_exception(error)))
    print(traceback.format_list([("f.py", 3, "func", "code")]), traceback.extract_tb(error.__traceback__, limit=1)[0].name, traceback.extract_tb(error.__traceback__, limit=-1)[0].name)


def deep(n):
    deep(n + 1)


try:
    deep(0)
except RecursionError as error:
    lines = traceback.format_exception(error)
    print(any("more times" in line for line in lines), lines[-1])
print(traceback.format_exception_only(SyntaxError("bad", ("f", 1, 2, "text", 1, 4))), traceback.format_exception_only(KeyError()), traceback.format_exception_only(type("Local", (Exception,), {"__module__": "pkg"})("m")))
te = traceback.TracebackException.from_exception(ZeroDivisionError("z"))
print(str(te), te.exc_type_str, list(te.format()), te == traceback.TracebackException.from_exception(ZeroDivisionError("z")))
