print(isinstance(1, (str, (bytes, (int,)))), isinstance(1, ()), isinstance(1, int | str), isinstance(None, int | None))
print(issubclass(bool, (str, (int, float))), issubclass(bool, int | str), issubclass(int, object), issubclass(int, int))
print(isinstance(True, int), isinstance(int, type), isinstance(type, type), isinstance(object, type))
for call in (
    lambda: isinstance(1, 1),
    lambda: isinstance(1, (str, 1)),
    lambda: isinstance(1, (int, 1)),
    lambda: isinstance(1, [int]),
    lambda: isinstance(1, list[int]),
    lambda: isinstance([], list[int] | int),
    lambda: issubclass(1, int),
    lambda: issubclass(int, 1),
    lambda: issubclass(list[int], list),
    lambda: issubclass(int, list[int]),
    lambda: isinstance(1, int, str),
):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Lying:
    __class__ = property(lambda self: dict)


print(isinstance(Lying(), dict), isinstance(Lying(), Lying), type(Lying()).__name__)
