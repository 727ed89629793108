class Documented:
    """First line.

    Second paragraph.
    """

    def method(self):
        "Method doc."

    attribute = property(lambda self: 1, doc="Property doc.")


print(repr(Documented.__doc__), Documented.method.__doc__, Documented.attribute.__doc__, Documented().__doc__ == Documented.__doc__)
for thing in (len, int, [].append, None, 5, "text", print, type, Exception, range):
    print(bool(thing.__doc__), end=" ")
print()


class Undocumented(Documented):
    pass


def function():
    f"not a doc string"


def real():
    "a doc" " string"


print(Undocumented.__doc__, function.__doc__, real.__doc__, (lambda: "x").__doc__)
Documented.__doc__ = "changed"
print(Documented.__doc__)
try:
    int.__doc__ = "x"
except TypeError as error:
    print(error)
try:
    Documented.method.__doc__ = 5
    print(Documented.method.__doc__)
except TypeError as error:
    print(error)
