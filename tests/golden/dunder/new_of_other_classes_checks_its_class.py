for call in (lambda: int.__new__(str), lambda: list.__new__(object), lambda: int.__new__(5), lambda: int.__new__(),
             lambda: object.__new__(bool), lambda: bool.__new__(int), lambda: type.__new__(int, "A", (), {}),
             lambda: dict.__new__(list), lambda: int.__new__(bool, 1)):
    try:
        print(call())
    except TypeError as e:
        print(e)
class I(int): pass
print(type(int.__new__(I, "7")), int.__new__(I, "7") + 1, list.__new__(list, 1, 2, x=3))
