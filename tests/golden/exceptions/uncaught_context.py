# exit: 1
# stderr: whole
try:
    int("x")
except ValueError:
    undefined
