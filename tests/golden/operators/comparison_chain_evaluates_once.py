"""Each operand of a chained comparison is evaluated at most once, and the chain stops at the first false link."""


class Link:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        print(f"{self.value}<{other.value}", end=" ")
        return self.value < other.value

    def __eq__(self, other):
        print(f"{self.value}=={other.value}", end=" ")
        return self.value == other.value


def make(value):
    print(f"make {value}", end=" ")
    return Link(value)


print(make(1) < make(2) < make(3))
print(make(1) < make(1) < make(3))
print(make(2) == make(2) < make(5) == make(5))
print(1 < 2 > 1 != 3 in [3] is not None)
print((1 < 2) == True, 1 < 2 == True, not 1 == 2, (not 1) == 2)


class Odd:
    def __lt__(self, other):
        return []

    def __gt__(self, other):
        return "yes"


o = Odd()
print(o < 1, o > 1, o < 1 < 2, o > 1 > 0, 5 > o, not o < 1)
try:
    if o < 1 < make(1):
        pass
    print("short")
    print(o > 1 > make(1).value)
except TypeError as error:
    print(error)
