"""__closure__, cell_contents, empty cells, nonlocal, and cells made by hand."""
import types


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def outer(a):
    b = 2

    def inner():
        nonlocal b
        b += a
        return b

    def reader():
        return b

    return inner, reader


f, g = outer(10)
print(f(), g(), f.__code__.co_freevars, [c.cell_contents for c in f.__closure__], g.__closure__[0] is f.__closure__[1], f.__closure__[0] == f.__closure__[0])
f.__closure__[1].cell_contents = 100
print(g(), f())
cell = types.CellType(5)
empty = types.CellType()
print(cell, cell.cell_contents) if False else print(cell.cell_contents, cell == types.CellType(5), cell < types.CellType(6), empty == types.CellType(), repr(empty).startswith("<cell at"), repr(empty).endswith(": empty>"))
attempt(lambda: empty.cell_contents)
del cell.cell_contents
attempt(lambda: cell.cell_contents)
attempt(lambda: types.CellType(1, 2))
attempt(lambda: hash(cell))


def late():
    def use():
        return value

    try:
        use()
    except NameError as error:
        print(error)
    value = 1
    return use()


print(late())


def deleted():
    x = 1

    def use():
        return x

    del x
    return use


attempt(deleted())
attempt(lambda: types.FunctionType(f.__code__, {}))
attempt(lambda: types.FunctionType(f.__code__, {}, closure=()))
attempt(lambda: types.FunctionType(f.__code__, {}, closure=(1, 2)))
print(types.FunctionType(f.__code__, {}, closure=(types.CellType(1), types.CellType(2)))())
attempt(lambda: setattr(f, "__closure__", None))
