import imports_cycle_b


def a():
    return "a and " + imports_cycle_b.b()
