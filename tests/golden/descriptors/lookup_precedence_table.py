"""Data descriptors win over the instance, which wins over non-data descriptors and plain attributes."""


class Data:
    def __get__(self, instance, owner):
        return "data descriptor" if instance is not None else self

    def __set__(self, instance, value):
        print("set", value)


class NonData:
    def __get__(self, instance, owner):
        return f"non-data {instance is None}"


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["only"] = f"via set {value}"


class DeleteOnly:
    def __delete__(self, instance):
        print("delete hook")


class C:
    data = Data()
    non = NonData()
    only = SetOnly()
    gone = DeleteOnly()
    plain = "class"


c = C()
c.__dict__.update(data="instance", non="instance", plain="instance", gone="instance")
print(c.data, c.non, c.plain, C.non, c.gone, type(c.only).__name__)
c.only = 5
print(c.only)
c.data = 1
del c.gone
for action in (lambda: delattr(c, "data"), lambda: delattr(c, "only"), lambda: setattr(c, "gone", 1)):
    try:
        action()
        print("fine")
    except AttributeError as error:
        print(error)
del c.non
print(c.non, c.__dict__)


class Meta(type):
    meta_data = Data()
    meta_non = NonData()
    both = "meta"


class M(metaclass=Meta):
    both = "class"
    meta_data = "hidden by the metaclass's data descriptor"
    meta_non = "class wins"


print(M.both, M.meta_data, M.meta_non, hasattr(M(), "meta_data"))
M.meta_data = 7


class GetAttr:
    x = property(lambda self: self.missing_inside)

    def __getattr__(self, name):
        return f"getattr {name}"


print(GetAttr().x, GetAttr().y)


class Chain:
    def __getattribute__(self, name):
        if name == "special":
            return "from getattribute"
        return super().__getattribute__(name)


print(Chain().special, Chain().__class__.__name__)
