"""An augmented assignment binds whatever the in-place method returns, and falls back on NotImplemented."""


class A:
    def __init__(self, answer):
        self.answer = answer

    def __iadd__(self, other):
        print("iadd", other)
        return self.answer

    def __add__(self, other):
        print("add", other)
        return "sum"

    def __isub__(self, other):
        return NotImplemented


a = A(None)
a += 1
print(a)
a = A(NotImplemented)
a += 2
print(a)
a = A([1])
a += 3
print(a)
a = A(0)
try:
    a -= 4
except TypeError as error:
    print(error)
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
d = {"k": A("new")}
d["k"] += 5
print(d)


class Holder:
    @property
    def value(self):
        print("get")
        return A("result")

    @value.setter
    def value(self, new):
        print("set", new)


Holder().value += 6
