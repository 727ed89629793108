class Data:
    def __get__(self, instance, owner):
        return f"data for {type(instance).__name__}"

    def __set__(self, instance, value):
        print("set", value)


class NonData:
    def __get__(self, instance, owner):
        return f"non-data for {owner.__name__}"


class Thing:
    data = Data()
    non = NonData()
    plain = "class"

    def __getattr__(self, name):
        return f"fallback {name}"


t = Thing()
t.__dict__.update(data="instance", non="instance", plain="instance", own="instance")
print(t.data, t.non, t.plain, t.own, t.missing, Thing.data, Thing.non)
t.data = 5
Thing.data = "replaced on the class"
print(t.data, t.__dict__["data"])


class Counting:
    def __getattribute__(self, name):
        print("asked", name)
        if name == "broken":
            raise AttributeError("try the fallback")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return "from getattr"

    x = 1


c = Counting()
print(c.x, c.broken, c.absent, getattr(c, "y", "unused default"))
try:
    Thing.__dict__["non"].__get__()
except TypeError as error:
    print(error)
