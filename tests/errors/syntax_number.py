# exit: 1
# stderr: whole
x = 1abc
