class Bytes(bytes):
    pass


class Made:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


class Text(str):
    def __bytes__(self):
        return b"from text"


class Blocked(list):
    __bytes__ = None


print(type(bytes(Made(Bytes(b"x")))).__name__, type(Bytes(Made(b"x"))).__name__, bytes(Text("a")))
for source in (Blocked([1]), Made("text"), "text", 1.5):
    try:
        print(bytes(source))
    except TypeError as error:
        print(error)
array = bytearray()


def steps():
    for number in range(3):
        yield number
        print(bytes(array))


array.__init__(steps())
for key, value in (("a", 1), (0, "a"), (slice(1), 10**20), (slice(1), 2.5), (slice(1), "abc")):
    try:
        array[key] = value
    except TypeError as error:
        print(error)
try:
    array.extend("abc")
except TypeError as error:
    print(error)
whole = b"abc"
print(whole * 1 is whole, array.__alloc__() > len(array), b"a" < b"b", ord(bytearray(b"z")))
try:
    b"a" < memoryview(b"b")
except TypeError as error:
    print(error)
print(bytearray(b"\xff").__reduce_ex__(2), bytearray(b"\xff").__reduce_ex__(3), bytearray().__reduce_ex__(3))
