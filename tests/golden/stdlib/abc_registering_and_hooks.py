from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...


class Half(Shape):
    def area(self):
        return 1


class Whole(Half):
    name = "whole"

    @classmethod
    def make(cls):
        return cls()


print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Whole.__abstractmethods__)
for cls in (Shape, Half, Whole):
    try:
        print(type(cls()).__name__)
    except TypeError as error:
        print(error)

token = get_cache_token()


@Shape.register
class Outsider:
    pass


class Heir(Outsider):
    pass


print(token != get_cache_token(), Outsider.__name__, Shape in Outsider.__mro__)
print(isinstance(Outsider(), Shape), issubclass(Heir, Shape), issubclass(Outsider, Half), issubclass(int, Shape))
Half.register(int)
print(issubclass(int, Shape), isinstance(True, Half), issubclass(str, Shape))
for wrong in (lambda: Shape.register(5), lambda: Whole.register(Shape), lambda: issubclass(3, Shape)):
    try:
        wrong()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return True if any("quack" in base.__dict__ for base in other.__mro__) else NotImplemented


class Duck:
    def quack(self): ...


print(isinstance(Duck(), Quacks), isinstance(3, Quacks), issubclass(Quacks, Quacks))
Half.name = Half.make = None
print(sorted(Half.__abstractmethods__), sorted(update_abstractmethods(Half).__abstractmethods__))
print(type(Half()).__name__, Quacks.__abstractmethods__)


class Proxy:
    @property
    def __class__(self):
        return Duck


print(isinstance(Proxy(), Quacks), isinstance(Proxy(), Shape))
