"""hex, oct, bin and format of subclasses use the number, not the subclass's text."""


class Loud(int):
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __index__(self):
        return 1000

    def __int__(self):
        return 2000

    def __format__(self, spec):
        return f"format({spec})"


n = Loud(10)
print(hex(n), oct(n), bin(n), n, repr(n), f"{n}", f"{n!s}", f"{n:x}", "%d %x %s %r %i" % (n, n, n, n, n))
print([1] * Loud(2), "abc"[Loud(1)], range(Loud(3)), n + 0, int(n), float(n), n == 10, hash(n) == hash(10))
print(type(n + 0).__name__, type(+n).__name__, type(-n).__name__, type(abs(n)).__name__, type(int(n)).__name__)
print(type(n.real).__name__, type(n.numerator).__name__, type(n.conjugate()).__name__, type(round(n)).__name__)


class Index:
    def __init__(self, answer):
        self.answer = answer

    def __index__(self):
        return self.answer


for answer in (255, -255, True, 2**70, 1.0, "a"):
    for function in (hex, oct, bin):
        try:
            print(function(Index(answer)), end=" ")
        except TypeError as error:
            print(error, end=" ")
    print()
for wrong in (1.0, "1", None, 1j):
    try:
        hex(wrong)
    except TypeError as error:
        print(error)
