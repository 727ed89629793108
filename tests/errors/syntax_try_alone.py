# exit: 1
# stderr: whole
try:
    x = 1
y = 2
