# exit: 1
class A:
    colour = 1
A().color
