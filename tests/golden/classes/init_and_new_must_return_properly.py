class BadInit:
    def __init__(self):
        return 5


class OtherNew:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


class NewOfParent:
    def __new__(cls, value):
        return object.__new__(Special if value else cls)

    def __init__(self, value):
        print("init of", type(self).__name__, value)


class Special(NewOfParent):
    pass


print(OtherNew(), type(NewOfParent(1)).__name__, type(NewOfParent(0)).__name__)
for call in (lambda: BadInit(), lambda: NewOfParent(), lambda: object.__new__(), lambda: object.__new__(5), lambda: int.__new__(str), lambda: object.__new__(int), lambda: str.__new__(object), lambda: object().__init__(1), lambda: BadInit.__init__(), lambda: Special(1, 2), lambda: list.__new__(dict), lambda: tuple.__new__(list, ())):
    try:
        print(call())
    except TypeError as error:
        print(error)
i = NewOfParent(0)
i.__init__("again")
print(i.__init__.__self__ is i)
