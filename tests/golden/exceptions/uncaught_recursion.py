# exit: 1
def f():
    f()
f()
