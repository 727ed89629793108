# exit: 1
# stderr: whole
def f(a=1, b):
    pass
