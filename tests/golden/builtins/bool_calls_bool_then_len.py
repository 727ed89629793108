class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


class Both(Sized):
    def __bool__(self):
        return True


class Wrong:
    def __bool__(self):
        return 1


print(bool(Sized(0)), bool(Sized(3)), bool(Both(0)), bool(object()))
for value in (Sized(-1), Sized("2"), Sized(1.5), Wrong(), Sized(2**70)):
    try:
        print(bool(value))
    except Exception as error:
        print(type(error).__name__, error)
print(bool(), bool(""), bool(" "), bool([[]]), bool(0.0), bool(-0.0), bool(0j), bool(float("nan")), bool(range(0)))
try:
    bool(x=1)
except TypeError as error:
    print(error)
