# exit: 1
# stderr: whole
nonlocal x
