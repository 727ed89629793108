# exit: 1
# stderr: whole
def f():
    await g()
