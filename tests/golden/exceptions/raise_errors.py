for code in ("raise 5", "raise 'text'", "raise int", "raise None", "raise ValueError(1)", "raise ValueError", "raise object()"):
    try:
        exec(code)
    except BaseException as e:
        print(code, "->", type(e).__name__, e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except (KeyError, "x"):
        pass
except TypeError as e:
    print(e)
