# exit: 1
# stderr: whole
class = 5
