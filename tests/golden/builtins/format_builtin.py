class Custom:
    def __format__(self, specification):
        return f"<{specification!r}>"


class Broken:
    def __format__(self, specification):
        return 5


print(format(Custom()), format(Custom(), "x>3"), format(3), format(3.5, "08.2f"), format("a", "^5"))
print(format(None), format([1], ""), format(True), format(True, "d"), format(True, "5"), format("x", "s"))
for arguments in ((Broken(),), (None, "5"), ([1], "d"), (object(), "x"), (3, "s"), ("a", "d"), (3, 5), (3.5, "d"), (3, "y"), ()):
    try:
        print(format(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
