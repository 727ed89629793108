class Adds:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Adds(self.n + other)

    def __repr__(self):
        return f"Adds({self.n})"


class Both(Adds):
    def __iadd__(self, other):
        self.n += other * 100
        return self


class Refuses(Adds):
    def __iadd__(self, other):
        return NotImplemented


class Nothing(Adds):
    __iadd__ = None


a = same = Adds(1)
a += 1
b = kept = Both(1)
b += 1
r = Refuses(1)
r += 5
print(a, same, b, kept is b, r)
n = Nothing(1)
try:
    n += 1
except TypeError as error:
    print(error)
for statement in ("x = 5; x += 'a'", "x = []; x -= []", "x = 5; x @= 2", "x = None; x |= 1", "x = 'a'; x *= 'b'", "x = (1,); x += [2]", "x = {}; x &= {}", "x = 1; x <<= -1", "x = 1; x //= 0", "x = 2; x **= 'a'", "x = 1; x >>= 1.5"):
    try:
        exec(statement)
    except Exception as error:
        print(statement, "|", type(error).__name__, error)
