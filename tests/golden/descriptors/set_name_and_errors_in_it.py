class Named:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class A:
    x = Named()
    y = z = Named()


a = A()
print(a.x, a.z)
a.x = 5
print(a.x, a.__dict__)
del a.x
print(a.x)
try:
    del a.x
except KeyError as error:
    print(repr(error))
A.late = Named()
print(hasattr(A.__dict__["late"], "name"))


class Fails:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


try:

    class B:
        wrong = Fails()

except ValueError as error:
    print(error, error.__notes__)


class OnlySet:
    def __set__(self, instance, value):
        print("only set", value)


class C:
    o = OnlySet()


c = C()
print(type(c.o).__name__)
c.o = 1
try:
    del c.o
except AttributeError as error:
    print(error)
