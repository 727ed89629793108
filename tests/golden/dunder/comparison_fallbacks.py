class Left:
    def __lt__(self, other):
        print("Left lt", type(other).__name__)
        return NotImplemented

    def __eq__(self, other):
        print("Left eq", type(other).__name__)
        return NotImplemented


class Right:
    def __gt__(self, other):
        print("Right gt", type(other).__name__)
        return "answer"

    def __eq__(self, other):
        print("Right eq", type(other).__name__)
        return NotImplemented


class Sub(Left):
    def __gt__(self, other):
        print("Sub gt first")
        return "sub"


print(Left() < Right())
print(Left() < Sub())
print(Left() == Right(), Left() != Right())
for call in (lambda: Left() < Left(), lambda: Left() > 5, lambda: Left() <= Right()):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Chain:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n)
        return [] if self.n > other.n else "yes"


a, b, c = Chain(1), Chain(2), Chain(0)
print(a < b < c, b < c < a, not a < b)
