def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note("seen")
        raise
try:
    f()
except ZeroDivisionError as e:
    print(e, e.__notes__)
try:
    raise
except RuntimeError as e:
    print(e)
def g():
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise ValueError
        except ValueError:
            pass
        raise
try:
    g()
except KeyError as e:
    print(repr(e))
