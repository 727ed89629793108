try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ValueError(2)])
except* ValueError as e:
    print(type(e).__name__, e.exceptions, e)
except* TypeError as e:
    print("types", e.exceptions)
try:
    try:
        raise ExceptionGroup("g", [KeyError("k"), OSError("o")])
    except* KeyError:
        print("key handled")
except ExceptionGroup as rest:
    print("rest", rest.exceptions)
try:
    raise ValueError("plain")
except* ValueError as e:
    print(repr(e))
