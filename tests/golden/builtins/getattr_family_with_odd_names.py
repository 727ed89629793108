"""getattr, setattr, hasattr and delattr: names that are no identifiers, defaults, and errors that pass through."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class C:
    slot = 1

    @property
    def fails(self):
        raise ValueError("in property")

    @property
    def missing(self):
        raise AttributeError("inner")


c = C()
setattr(c, "a b", 1)
setattr(c, "", 2)
setattr(c, "1", 3)
setattr(c, "é", 4)
print(vars(c), getattr(c, "a b"), getattr(c, ""), hasattr(c, "1"), getattr(c, "nope", "default"), getattr(c, "missing", "default"), hasattr(c, "missing"))
delattr(c, "a b")
for bad in ((lambda: getattr(c, "a b")), (lambda: getattr(c, 5)), (lambda: getattr(c, 5, None)), (lambda: setattr(c, 5, 1)), (lambda: hasattr(c, None)), (lambda: delattr(c, b"x")), (lambda: delattr(c, "slot")), (lambda: delattr(c, "nope")), (lambda: getattr(c, "fails", "default")), (lambda: hasattr(c, "fails")), (lambda: getattr(c)), (lambda: getattr(c, "a", "b", "c")),
            (lambda: setattr(c, "fails", 1)), (lambda: delattr(c, "fails")), (lambda: setattr(5, "a", 1)), (lambda: setattr(5, "real", 1)), (lambda: setattr(int, "a", 1)), (lambda: delattr(int, "real")), (lambda: setattr(len, "a", 1)), (lambda: getattr(None, "x")), (lambda: setattr(None, "x", 1)), (lambda: setattr(object(), "x", 1)),
            (lambda: getattr(C, "nope")), (lambda: delattr(C, "nope")), (lambda: setattr(c, "__class__", 5)), (lambda: setattr(c, "__dict__", 5)), (lambda: delattr(c, "__class__")), (lambda: delattr(c, "__dict__") or c.__dict__), (lambda: getattr([], "appen")), (lambda: (1).foo), (lambda: "".foo), (lambda: setattr(C, "__name__", 5)), (lambda: delattr(C, "__name__")), (lambda: setattr(C, "__doc__", "new"))):
    attempt(bad)
print(C.__doc__, getattr(c, "slot", None), hasattr(C, "__call__"), hasattr(c, "__call__"))
