"""yield from passes sends, throws and closes on, and its value is the return of the inner one."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class Inner:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("inner value")
        return self.n


class Sendable(Inner):
    def send(self, value):
        print("send", value)
        return f"sent {value}"

    def throw(self, *args):
        print("throw", args[0] if not isinstance(args[0], type) else args[0].__name__)
        return "thrown"

    def close(self):
        print("close")


def outer(inner):
    value = yield from inner
    yield f"value {value}"


print(list(outer(Inner())), list(outer([1, 2])), list(outer("ab")), list(outer(i for i in range(2))))
g = outer(Sendable())
print(next(g), g.send("x"), g.send(None))
attempt(lambda: g.throw(KeyError("k")))
attempt(lambda: g.close())
g = outer(Inner())
next(g)
attempt(lambda: g.send(5))
g = outer(Inner())
next(g)
attempt(lambda: g.throw(KeyError("k")))
attempt(lambda: list(outer(5)))
attempt(lambda: list(outer(None)))


def recursive(n):
    if n:
        yield n
        yield from recursive(n - 1)
    return n


print(list(recursive(5)))


def tree(depth):
    return (yield depth) or (depth and (yield from tree(depth - 1)))


print(list(tree(3)))
