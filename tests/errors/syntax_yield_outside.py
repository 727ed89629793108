# exit: 1
# stderr: whole
x = yield 1
