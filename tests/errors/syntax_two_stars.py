# exit: 1
# stderr: whole
a, *b, *c = range(5)
