# exit: 1
# stderr: whole
if True
    pass
