import imports_cycle_a


def b():
    return "b knows " + imports_cycle_a.__name__
