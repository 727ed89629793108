import sys, traceback


class Number:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Number({self.value})"

    def __add__(self, other):
        if isinstance(other, Number):
            return Number(self.value + other.value)
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, (int, float)):
            return Number(other + self.value)
        return NotImplemented

    def __isub__(self, other):
        if other == 0:
            return NotImplemented
        self.value -= other
        return self

    def __sub__(self, other):
        return f"sub {other}"

    def __lt__(self, other):
        if isinstance(other, Number):
            return self.value < other.value
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, Number):
            return self.value == other.value
        return NotImplemented

    def __getitem__(self, key):
        return NotImplemented if key is None else (self.value, key)

    def __neg__(self):
        return Number(-self.value)

    def __call__(self, *args, **kwargs):
        return self.value, args, kwargs


class Derived(Number):
    def __radd__(self, other):
        return f"derived radd {other}"


class Other:
    def __radd__(self, other):
        return f"other radd {other}"

    def __gt__(self, other):
        return []

    def __eq__(self, other):
        return "yes"


class Verbose:
    def __add__(self, other):
        raise ValueError("no addition")

    def __mul__(self, other):
        return [frame.name for frame in traceback.extract_stack()][-2:]

    def __lt__(self, other):
        def inner():
            yield other
        return next(inner())

    def __call__(self, a, b=2):
        return a, b


def attempt(what, function):
    try:
        print(what, function())
    except Exception as error:
        print(what, type(error).__name__, error)


a, b = Number(1), Number(2)
for _ in range(3):
    attempt("a + b", lambda: a + b)
    attempt("1 + a", lambda: 1 + a)
    attempt("1.5 + a", lambda: 1.5 + a)
    attempt("a + 1", lambda: a + 1)
    attempt("True + a", lambda: True + a)
    attempt("None + a", lambda: None + a)
    attempt("a + None", lambda: a + None)
    attempt("a + 'x'", lambda: a + 'x')
    attempt("'x' + a", lambda: 'x' + a)
    attempt("a + Other", lambda: a + Other())
    attempt("a + Derived", lambda: a + Derived(3))
    attempt("Derived + a", lambda: Derived(3) + a)
    attempt("a - 1", lambda: a - 1)
    attempt("a < b", lambda: a < b)
    attempt("a < 1", lambda: a < 1)
    attempt("a < Other", lambda: a < Other())
    attempt("a == 1", lambda: a == 1)
    attempt("a != 1", lambda: a != 1)
    attempt("a == Other", lambda: a == Other())
    attempt("a[None]", lambda: a[None])
    attempt("a[1]", lambda: a[1])
    attempt("-a", lambda: -a)
    attempt("a()", lambda: a())
    attempt("a(1, k=2)", lambda: a(1, k=2))
    attempt("v(1)", lambda: Verbose()(1))
    attempt("v()", lambda: Verbose()())
    attempt("v * 1", lambda: Verbose() * 1)
    attempt("v + 1", lambda: Verbose() + 1)


def inplace():
    c = Number(5)
    c -= 2
    print(c)
    c -= 0
    print(c)
    d = Number(1)
    d += Number(4)
    print(d)
    d += 1


attempt("in place", inplace)
for left, right in (a, b), (b, a), (a, Other()), (Verbose(), 0), (Verbose(), 1):
    if left < right:
        print("less", end=" ")
    else:
        print("not less", end=" ")
    if not left < right:
        print("not less", end=" ")
    print(1 if left == right else 2)
attempt("jump", lambda: "x" if a < "s" else "y")


class Counted:
    alive = 0

    def __init__(self):
        Counted.alive += 1

    def __del__(self):
        Counted.alive -= 1

    def __add__(self, other):
        return Counted()

    def __eq__(self, other):
        return True


for _ in range(3):
    x = Counted() + Counted() + Counted()
    print(Counted.alive, Counted() == Counted(), Counted.alive)
    if Counted() == x:
        print(Counted.alive)
    shared = Counted()
    before = sys.getrefcount(shared)
    x = shared + shared
    x = shared == shared
    x = shared + 1
    print(sys.getrefcount(shared) - before)
    del x, shared
try:
    Verbose() + 1
except ValueError:
    traceback.print_exc(file=sys.stdout)


def deep(self, other):
    return self + other


Verbose.__add__ = deep
attempt("deep", lambda: Verbose() + 1)
Number.__add__ = lambda self, other: "changed"
attempt("changed", lambda: a + b)
del Number.__add__
attempt("deleted", lambda: a + b)
Number.__add__ = len
attempt("len", lambda: a + b)
Number.__call__ = staticmethod(lambda *args: args)
attempt("static", lambda: a(1, 2))
