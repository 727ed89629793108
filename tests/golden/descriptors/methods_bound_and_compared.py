"""Bound methods: attributes, equality, hashing, and functions that do or do not bind."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class C:
    def f(self, x=1):
        "doc"
        return x

    builtin = len
    lam = lambda self: "lambda"
    partial = __import__("functools").partial(print, "partial")
    cls = int

    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


a, b = C(), C()
print(a.f == a.f, a.f is a.f, a.f == b.f, a.f != C.f, hash(a.f) == hash(a.f), {a.f: 1}[a.f], a.f.__self__ is a, a.f.__func__ is C.f, a.f.__name__, a.f.__doc__, a.f.__qualname__, a.f.__defaults__, a.lam(), a.cls("5"))
a.partial()
for bad in ((lambda: a.builtin()), (lambda: a.f(1, 2)), (lambda: C.f()), (lambda: C.f(5, 6)), (lambda: setattr(a.f, "x", 1)), (lambda: a.f.missing), (lambda: a.f < b.f), (lambda: repr(a.f).split(" of ")[0]), (lambda: type(a.f)(5, 6)), (lambda: type(a.f)(len, None)), (lambda: type(a.f)(len, [1])()), (lambda: type(a.f)(len)), (lambda: a.f.__get__(b) is a.f or a.f.__get__(b) == a.f), (lambda: C.f.__get__(a)(7)), (lambda: C.f.__get__(None, C) is C.f), (lambda: C.f.__get__(None)), (lambda: len.__get__)):
    attempt(bad)
C.f.tag = "on the function"
print(a.f.tag, [].append.__self__, [].append == [].append, "".upper == "".upper, [].append.__name__, [].append.__qualname__, str.upper.__get__("a")(), type([].append).__name__, type(list.append).__name__, type([].__len__).__name__, type(list.__len__).__name__)
x = [1]
print(x.append == x.append, x.append != [1].append, x.__len__ == x.__len__, hash(x.append) == hash(x.append), list.append is list.append, list.append == list.append)
