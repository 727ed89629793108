def outer():
    value = 0

    def bump():
        nonlocal value
        value += 1
        return value

    def read():
        return value

    def drop():
        nonlocal value
        del value

    return bump, read, drop


bump, read, drop = outer()
print(bump(), bump(), read(), bump.__code__.co_freevars, outer.__code__.co_cellvars, bump.__closure__[0] is read.__closure__[0], read.__closure__[0].cell_contents)
read.__closure__[0].cell_contents = 40
print(bump(), repr(read.__closure__[0])[:9])
drop()
for call in (read, bump, drop):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
fns = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in fns], [f() for f in bound], fns[0].__closure__[0] is fns[2].__closure__[0])
from types import CellType

print(CellType(1) == CellType(1), CellType(1) < CellType(2), CellType() == CellType())
for call in (lambda: CellType(1, 2), lambda: hash(CellType(1)), lambda: CellType(1) < 5):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
