# exit: 1
# stderr: whole
if x = 3:
    pass
