def f():
    try:
        raise ValueError("kept")
    except ValueError as e:
        g = lambda: e
        print(repr(g()))
    try:
        g()
    except NameError as error:
        print(error)
f()
e = "before"
try:
    raise KeyError(1)
except KeyError as e:
    pass
print("e" in globals())
try:
    raise KeyError(2)
except KeyError as e:
    e = "rebound"
print("e" in globals())
try:
    raise KeyError(3)
except KeyError as e:
    del e
print("done")
def loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 1: continue
            print(e)
    try:
        e
    except UnboundLocalError as error:
        print(error)
loop()
def returns():
    try: 1 / 0
    except ZeroDivisionError as e: return e
print(repr(returns()))
