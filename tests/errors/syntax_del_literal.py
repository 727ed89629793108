# exit: 1
# stderr: whole
del 5
