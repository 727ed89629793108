# exit: 1
# stderr: whole
f() = 1
