# exit: 1
# stderr: whole
def f():
    x = 1
    global x
