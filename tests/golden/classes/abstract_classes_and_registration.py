"""Abstract methods, properties and class methods; register, __subclasshook__ and caches."""
import abc


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        return "default area"

    @property
    @abc.abstractmethod
    def name(self): ...

    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    @staticmethod
    @abc.abstractmethod
    def check(): ...

    def concrete(self):
        return self.area()


class Half(Shape):
    def area(self):
        return super().area()


class Full(Half):
    name = "full"

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def check():
        return True


attempt(lambda: Shape())
attempt(lambda: Half())
print(Full.make().concrete(), Full.check(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Full.__abstractmethods__, abc.ABCMeta.__name__)
Full.area = abc.abstractmethod(lambda self: 1)
print(Full().concrete(), Full.__abstractmethods__)
abc.update_abstractmethods(Full)
attempt(lambda: Full())


class One(abc.ABC):
    @abc.abstractmethod
    def only(self): ...


attempt(lambda: One())


class Hooked(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        print("hook", other.__name__, end=" ")
        if other is int:
            return True
        if other is str:
            return False
        return NotImplemented


print(issubclass(int, Hooked), issubclass(str, Hooked), issubclass(float, Hooked), isinstance(5, Hooked), isinstance(1.5, Hooked))
print(Hooked.register(float) is float)
attempt(lambda: Hooked.register(5))
attempt(lambda: Hooked.register(Hooked))
attempt(lambda: One.register(abc.ABC) and issubclass(abc.ABC, One))
attempt(lambda: isinstance(5, abc.ABC))


@One.register
class Registered:
    pass


print(issubclass(Registered, One), isinstance(Registered(), One), Registered.__mro__ == (Registered, object))
attempt(lambda: issubclass(5, One))
attempt(lambda: type("T", (int, One), {})())
