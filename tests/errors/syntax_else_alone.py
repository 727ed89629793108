# exit: 1
# stderr: whole
else:
    pass
