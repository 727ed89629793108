class Plain:
    shared = 1

    def __init__(self):
        self.own = 2


class Slotted:
    __slots__ = ("a",)


plain = Plain()
print(vars(plain), vars(plain) is plain.__dict__, "shared" in vars(Plain), type(vars(Plain)).__name__)
vars(plain)["added"] = 3
print(plain.added)


def function(a, b=2):
    c = 3
    return vars()


print(function(1))
for value in (1, "a", Slotted(), None, object()):
    try:
        print(vars(value))
    except TypeError as error:
        print(error)
try:
    vars(Plain)["x"] = 1
except TypeError as error:
    print(error)
