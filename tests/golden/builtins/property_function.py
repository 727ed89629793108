class Celsius:
    def __init__(self):
        self._degrees = 0

    def read(self):
        "The degrees."
        return self._degrees

    def write(self, value):
        self._degrees = value

    def erase(self):
        print("erased")

    degrees = property(read, write, erase)
    named = property(fget=read, doc="another text")


c = Celsius()
c.degrees = 5
print(c.degrees, c.named, Celsius.degrees.__doc__, Celsius.named.__doc__, Celsius.degrees.fget is Celsius.read)
del c.degrees
for call in (lambda: setattr(c, "named", 1), lambda: delattr(c, "named"), lambda: property(1).__get__(c), lambda: setattr(Celsius.degrees, "fget", 1), lambda: property(1, 2, 3, 4, 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Empty:
    nothing = property()


for call in (lambda: Empty().nothing, lambda: setattr(Empty(), "nothing", 1), lambda: delattr(Empty(), "nothing")):
    try:
        call()
    except AttributeError as error:
        print(error)
print(Celsius.degrees.__get__(None, Celsius) is Celsius.degrees, Celsius.degrees.__name__, type(Celsius.degrees.getter(len)).__name__)
