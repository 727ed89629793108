"""A sequence times an object asks the object's __rmul__ before it refuses."""


class R:
    def __rmul__(self, other):
        return ("rmul", other)


class I:
    def __index__(self):
        return 2


class Both:
    def __index__(self):
        return 2

    def __rmul__(self, other):
        return "rmul first?"


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for sequence in ([1], (1,), "a", b"a", bytearray(b"a")):
    attempt(lambda: sequence * R())
    attempt(lambda: sequence * I())
    attempt(lambda: I() * sequence)
    attempt(lambda: sequence * Both())
    attempt(lambda: sequence * 1.0)
    attempt(lambda: sequence * None)
    attempt(lambda: sequence * sequence)
    attempt(lambda: sequence * -1)
    attempt(lambda: sequence * True)
    attempt(lambda: sequence * 2**70)
    attempt(lambda: sequence * -(2**70))


class C:
    def __radd__(self, other):
        return ("radd", other)


for sequence in ([1], (1,), "a", b"a", bytearray(b"a")):
    attempt(lambda: sequence + C())
x = [1]
x *= R()
print(x)
x = [1]
try:
    x += C()
except TypeError as error:
    print(error)
