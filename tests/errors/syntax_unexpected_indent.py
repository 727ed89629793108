# exit: 1
# stderr: whole
x = 1
    y = 2
