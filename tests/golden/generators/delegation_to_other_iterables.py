class Iterator:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("value of the iterator")
        return self.n


class Sends(Iterator):
    def send(self, value):
        return f"sent {value}"

    def throw(self, error):
        return f"threw {error!r}"

    def close(self):
        print("closed too")


def delegate(source):
    print("result", (yield from source))


print(list(delegate(Iterator())), list(delegate([1, 2])), list(delegate("ab")))
g = delegate(Sends())
print(next(g), g.send("x"), g.throw(ValueError("v")))
g.close()
g = delegate(Iterator())
next(g)
for call in (lambda: g.send(5), lambda: list(delegate(5)), lambda: list(delegate(None))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def inner():
    try:
        yield 1
    except KeyError:
        print("inner caught")
    return "inner result"


g = delegate(inner())
next(g)
try:
    g.throw(KeyError)
except StopIteration as error:
    print("stopped", error.value)
