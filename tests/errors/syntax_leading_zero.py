# exit: 1
# stderr: whole
x = 0123
