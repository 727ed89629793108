def f(e):
    try:
        if e:
            raise e
    except* ValueError:
        print("value")
    else:
        print("else")
    finally:
        print("finally")
f(None)
f(ValueError())
try:
    f(TypeError("x"))
except TypeError as e:
    print("out", e)
