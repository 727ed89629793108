def f():
    x = 1
    def g():
        return x
    del x
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    x = 2
    print(g())
f()
def h():
    x = 1
    def g():
        nonlocal x
        del x
    g()
    try:
        x
    except UnboundLocalError as e:
        print(e)
h()
