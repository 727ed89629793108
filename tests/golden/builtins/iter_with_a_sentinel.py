values = iter([1, 2, 3, 0, 4])
calls = iter(lambda: next(values), 0)
print(list(calls), next(values), list(calls))


class Equal:
    def __eq__(self, other):
        print("compared with", other)
        return other == 2


source = iter([1, 2, 3])
print(list(iter(lambda: next(source), Equal())))
ended = iter(lambda: next(source), object())
print(list(ended))


def failing():
    raise StopIteration


print(list(iter(failing, None)))
print(type(iter(failing, None)).__name__, iter(iter(failing, None)) is not None)
for arguments in ((), (1,), (1, 2), ([].append, 1, 2)):
    try:
        iter(*arguments)
    except TypeError as error:
        print(error)
