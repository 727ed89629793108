# exit: 1
# stderr: whole
f(a=1, 2)
