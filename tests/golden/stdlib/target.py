"""About."""
def double(x):
    """Twice."""
    if x > 100:
        return None
    return x * 2


class Thing:
    def method(self):
        return double(4)


def work(n):
    total = 0
    for number in range(n):
        total += double(number)
    Thing().method()
    return total
