class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(list(range(Index(3))), range(Index(1), Index(2**70)), list(range(True, 4)), range(0, -5, -2)[-1])
for arguments in ((), (1, 2, 3, 4), (1.0,), ("3",), (1, 2, 0), (None,), (1, None)):
    try:
        print(range(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
try:
    range(stop=3)
except TypeError as error:
    print(error)
