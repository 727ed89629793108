# exit: 1
# stderr: whole
if True:
        x = 1
    y = 2
