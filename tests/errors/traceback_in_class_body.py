# exit: 1
# stderr: whole
class A:
    x = 1
    y = undefined_name + x
