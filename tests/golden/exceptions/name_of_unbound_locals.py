"""NameError carries the name; so does the UnboundLocalError of a local and the NameError of a free variable."""


def local():
    x
    x = 1


def deleted():
    y = 1
    del y
    return y


def free():
    def inner():
        return z

    try:
        inner()
    finally:
        z = 1


def lost():
    return nowhere


def delete_local():
    del w
    w = 1


def delete_global():
    global gone
    del gone


for function in (local, deleted, free, lost, delete_local, delete_global):
    try:
        function()
    except NameError as error:
        print(function.__name__, type(error).__name__, error.name, error.args, error)


class Body:
    try:
        unknown
    except NameError as error:
        print(type(error).__name__, error.name, error)
    try:
        del unknown
    except NameError as error:
        print(type(error).__name__, error.name, error)


print(UnboundLocalError("x").name, NameError("x", name="y").name)
try:
    NameError(nome=1)
except TypeError as error:
    print(error)
