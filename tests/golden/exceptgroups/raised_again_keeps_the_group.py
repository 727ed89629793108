# What except* handlers raise again is joined to a group like the one that was caught.
def run(handle):
    try:
        try:
            raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [KeyError(3), ValueError(4)])])
        except* ValueError as group:
            handle(group)
        except* KeyError as group:
            raise
    except BaseException as error:
        show(error, 0)
def show(error, depth):
    print("  " * depth + repr(error)[:60])
    for part in getattr(error, "exceptions", ()):
        show(part, depth + 1)
def again(group): raise group
def other(group): raise OSError("other")
run(lambda group: print("handled", group.exceptions))
run(again)
run(other)
try:
    try: raise ValueError("naked")
    except* ValueError as group:
        print(repr(group))
        raise
except BaseException as error:
    print(repr(error))
try:
    try: raise ValueError("naked")
    except* TypeError: pass
except BaseException as error:
    print(repr(error))
try:
    try: raise ValueError(1)
    except* ExceptionGroup: pass
except TypeError as error: print(error)
