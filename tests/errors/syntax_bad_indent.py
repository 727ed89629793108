# exit: 1
# stderr: whole
def f():
return 1
