"""callable() looks at the type, dir() sorts what __dir__ gives, vars() needs a dict."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class C:
    def __call__(self):
        pass

    def __dir__(self):
        return ["b", "a", "b"]


class NotCalled:
    __call__ = None


c = C()
print(callable(c), callable(C), callable(len), callable(5), callable(NotCalled()), callable(lambda: 1), callable(None), dir(c), sorted(set(dir(C)) - set(dir(object)))[:3])
for bad in ((lambda: dir(1, 2)), (lambda: vars(5)), (lambda: vars(1, 2)), (lambda: callable()), (lambda: id()), (lambda: hash()), (lambda: hash(1, 2)), (lambda: NotCalled()()), (lambda: vars(object())), (lambda: vars([])), (lambda: type(vars(C)).__name__), (lambda: vars(c))):
    attempt(bad)


class BadDir:
    def __dir__(self):
        return 5


class Mixed:
    def __dir__(self):
        return ["a", 1]


attempt(lambda: dir(BadDir()))
attempt(lambda: dir(Mixed()))


def f():
    x = 1
    y = 2
    return dir(), sorted(vars())


print(f())
print(id(c) == id(c), id(1) == id(1), hash("a") == hash("a"), hash(-1), hash(-2), hash(2**61 - 1), hash(0.5), hash(1e300), hash(float("inf")), hash(-float("inf")), hash(None) == hash(None), hash(()) == hash(()), hash(True))
