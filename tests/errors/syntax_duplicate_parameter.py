# exit: 1
# stderr: whole
def f(a, b, a):
    pass
