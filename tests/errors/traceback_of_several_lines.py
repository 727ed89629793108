# exit: 1
# stderr: whole
def f(*args):
    raise TypeError("bad")


f(
    1,
    2,
    [
        3,
    ],
)
