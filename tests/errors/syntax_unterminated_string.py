# exit: 1
# stderr: whole
x = "abc
