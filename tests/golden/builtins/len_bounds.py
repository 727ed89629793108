import sys


class Length:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Index:
    def __index__(self):
        return 12


print(len(Length(0)), len(Length(True)), len(Length(sys.maxsize)) == sys.maxsize, len(Length(Index())))
for value in (Length(-1), Length(sys.maxsize + 1), Length(-(2**80)), Length(1.0), Length("1"), Length(None), 3, iter([]), int, object()):
    try:
        print(len(value))
    except Exception as error:
        print(type(error).__name__, error)
print(len("😀"), len("e\u0301"), len(b"\xff\xfe"), len(range(10**18)), len({1: 1, 1.0: 2, True: 3}))
try:
    len(range(10**30))
except OverflowError as error:
    print(error)
