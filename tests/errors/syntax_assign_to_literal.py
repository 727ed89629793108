# exit: 1
# stderr: whole
5 = x
