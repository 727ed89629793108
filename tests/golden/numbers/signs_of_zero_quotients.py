"""The quotient of zero has the sign of the divisor, however large that is."""
import operator
import weakref

for left, right in ((0, -10**400), (0, -2**60), (0, -5), (0, 10**400), (-1, 10**400), (1, -10**400), (-10**400, -10**800)):
    print(left / right)


class MyInt(int):
    def __index__(self):
        return 99


print(operator.index(MyInt(7)), MyInt(7).__index__(), hex(MyInt(7)), [0, 1, 2][MyInt(1)])


class Sequence:
    def __len__(self):
        return 3

    def __reversed__(self):
        return iter("cba")

    def __bytes__(self):
        return b"bytes"


thing = Sequence()
print(list(reversed(weakref.proxy(thing))), bytes(weakref.proxy(thing)))
