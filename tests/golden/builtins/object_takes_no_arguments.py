class Neither:
    pass


class New:
    def __new__(cls, *arguments):
        return object.__new__(cls)


class Init:
    def __init__(self, *arguments):
        object.__init__(self)


class Both:
    def __new__(cls, *arguments):
        return object.__new__(cls, *arguments)

    def __init__(self, *arguments):
        object.__init__(self, *arguments)


print(type(New(1)).__name__, type(Init(1)).__name__)
for call in (lambda: object(1), lambda: Neither(1), lambda: Neither(x=1), lambda: Both(1), lambda: object.__new__(int), lambda: object.__new__(3), lambda: object.__new__()):
    try:
        print(call())
    except TypeError as error:
        print(error)
try:
    object().attribute = 1
except AttributeError as error:
    print(error)
print(object().__dir__() == sorted(dir(object())) or sorted(object().__dir__()) == dir(object()))
