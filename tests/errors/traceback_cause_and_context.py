# exit: 1
# stderr: whole
def parse(s):
    try:
        return int(s)
    except ValueError as e:
        raise KeyError("outer") from e


try:
    parse("x")
except KeyError:
    [][3]
