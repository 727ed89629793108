# exit: 1
# stderr: whole
x = b"é"
