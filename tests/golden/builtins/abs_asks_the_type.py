class Vector:
    def __abs__(self):
        return "length"


class Mute:
    __abs__ = None


class Text(str):
    pass


print(abs(Vector()), abs(-0.0), abs(True), abs(3 - 4j), abs(-(2**80)))
plain = Vector()
plain.__abs__ = lambda: "from the instance"
print(abs(plain))
for value in ("a", Text("-1"), None, Mute(), [1]):
    try:
        print(abs(value))
    except TypeError as error:
        print(error)
