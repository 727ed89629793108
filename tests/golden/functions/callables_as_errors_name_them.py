"""How errors name what is called, and objects with empty places."""


def function(**keywords): pass


for callable in None, 1, [], "text", function, print, int, [].append:
    for call in lambda: callable(*function), lambda: callable(**function):
        try:
            call()
        except TypeError as error:
            print(error)


def local():
    class Slotted:
        __slots__ = ("a",)
    return Slotted


class Outer:
    __slots__ = "x"


for cls, name in (local(), "a"), (local(), "b"), (Outer, "x"):
    try:
        getattr(cls(), name)
    except AttributeError as error:
        print(error, error.name)
