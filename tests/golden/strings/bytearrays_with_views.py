"""What changes a bytearray's size is refused while there are views of it, and what leaves its size alone is not."""


def attempt(name, action):
    try:
        print(name, action())
    except BufferError as error:
        print(name, "BufferError", error)


array = bytearray(b"ab")
view = memoryview(array)
attempt("append", lambda: array.append(1))
attempt("extend", lambda: array.extend(b"x"))
attempt("extend by nothing", lambda: array.extend(b""))
attempt("extend by no items", lambda: array.extend([]))
attempt("extend by items", lambda: array.extend([1]))
attempt("+= nothing", lambda: array.__iadd__(b""))
attempt("+= x", lambda: array.__iadd__(b"x"))
attempt("*= 1", lambda: array.__imul__(1))
attempt("*= 2", lambda: array.__imul__(2))
attempt("*= 0", lambda: array.__imul__(0))
attempt("slice of the same size", lambda: array.__setitem__(slice(0, 1), b"z"))
attempt("longer slice", lambda: array.__setitem__(slice(0, 1), b"zz"))
attempt("clear", array.clear)
print(array)
view.release()
attempt("clear", array.clear)


class Items:
    """Clears the separator as it is gone over."""

    def __init__(self, separator):
        self.separator = separator

    def __iter__(self):
        yield b"x"
        self.separator.clear()
        yield b"y"


separator = bytearray(b", ")
attempt("join", lambda: separator.join(Items(separator)))
print(separator, separator.join([b"x", b"y"]))
separator.clear()
print(separator)
