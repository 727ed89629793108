def outer():
    inner()


def inner():
    raise ValueError("deep")


try:
    outer()
except ValueError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_lasti >= 0, type(tb).__name__)
        last, tb = tb, tb.tb_next
    first = error.__traceback__
    first.tb_next = None
    print(first.tb_next, first.tb_frame.f_lineno >= first.tb_lineno)
    for call in (lambda: setattr(first, "tb_next", first), lambda: setattr(first, "tb_next", 3), lambda: setattr(first, "tb_lineno", 3), lambda: delattr(first, "tb_next")):
        try:
            call()
            print("done")
        except Exception as problem:
            print(type(problem).__name__, problem)
import types

made = types.TracebackType(last, last.tb_frame, 0, 42)
print(made.tb_lineno, made.tb_next is last, made.tb_lasti)
try:
    types.TracebackType(3, last.tb_frame, 0, 1)
except TypeError as error:
    print(error)
