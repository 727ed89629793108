# exit: 1
# stderr: whole
try:
    pass
except A, B:
    pass
