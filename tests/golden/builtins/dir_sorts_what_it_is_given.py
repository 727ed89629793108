class Listing:
    def __init__(self, names):
        self.names = names

    def __dir__(self):
        return self.names


print(dir(Listing(["b", "a", "c", "a"])))
print(dir(Listing(("z", "y"))), dir(Listing({"k": 1})), dir(Listing(iter("hello"))))
for names in (3, [1, "a"], None):
    try:
        print(dir(Listing(names)))
    except TypeError as error:
        print(error)


def function():
    local = 1
    another = 2
    return dir()


print(function())


class Base:
    inherited = 1


class Child(Base):
    def __init__(self):
        self.own = 2


print([name for name in dir(Child()) if not name.startswith("__")])
print([name for name in dir(Child) if not name.startswith("__")])
try:
    dir(1, 2)
except TypeError as error:
    print(error)
