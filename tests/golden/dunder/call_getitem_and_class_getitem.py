"""__call__, __getitem__, __class_getitem__ and their like are found on the type."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class C:
    def __call__(self, *a, **k): return ("called", a, k)
    def __getitem__(self, key): return ("item", key)
    def __class_getitem__(cls, key): return (cls.__name__, key)


class Meta(type):
    def __getitem__(cls, key): return ("meta", key)
    def __call__(cls, *a): return ("meta call", a)
    def __len__(cls): return 5
    def __iter__(cls): return iter("ab")
    def __contains__(cls, x): return x == 1
    def __add__(cls, o): return "meta add"
    def __bool__(cls): return False
    def __hash__(cls): return 7
    def __eq__(cls, o): return "meta eq"
    def __repr__(cls): return "<M>"
    def __instancecheck__(cls, x): return x == "yes"
    def __subclasscheck__(cls, x): return x is int
    def __dir__(cls): return ["z", "y"]
    def __format__(cls, spec): return f"fmt {spec}"


class M(metaclass=Meta):
    def __class_getitem__(cls, key): return "never"


c = C()
print(c(1, k=2), c[1:2], C[5], C[1, 2], M[3], M(4), len(M), list(M), 1 in M, M + 1, bool(M), hash(M), M == 1, M, isinstance("yes", M), issubclass(int, M), dir(M), f"{M:x}", [M], str(M))
c.__call__ = lambda: "instance"
attempt(lambda: c())
for bad in ((lambda: int[5]), (lambda: type[5]), (lambda: object[5]), (lambda: len[5]), (lambda: c["a"].x), (lambda: (1)[0]), (lambda: None[0]), (lambda: type("X", (), {})[0]), (lambda: type("X", (), {})()[0]), (lambda: (lambda: 0)[0]), (lambda: 5()), (lambda: None()), (lambda: "a"()), (lambda: [1](0)), (lambda: {}()), (lambda: type("X", (), {"__call__": 5})()()), (lambda: type("X", (), {"__call__": None})()()), (lambda: type("X", (), {"__class_getitem__": 5})[1]), (lambda: type("X", (), {"__getitem__": 5})()[1]), (lambda: c.__setitem__), (lambda: c.__class__[1]), (lambda: [].__class__[int]), (lambda: print[0]), (lambda: iter([])[0]), (lambda: {1}[0]), (lambda: range(3)["a"])):
    attempt(bad)


def set_item():
    c[0] = 1


def del_item():
    del c[0]


attempt(set_item)
attempt(del_item)
