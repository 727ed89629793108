# Abstract classes: registering, hooks, caches that follow, abstract methods that come and go.
import abc
from abc import ABC, abstractmethod


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    @abstractmethod
    def sides(): ...

    @area.setter
    @abstractmethod
    def area(self, value): ...


class Half(Shape):
    area = 3
    unit = classmethod(lambda cls: cls())


print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))
for cls in Shape, Half:
    try:
        cls()
    except TypeError as error:
        print(error)
Half.sides = staticmethod(lambda: 4)
print(sorted(Half.__abstractmethods__), sorted(abc.update_abstractmethods(Half).__abstractmethods__),
    Half.unit().sides())


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): ...


class Loud(Quacks): ...


class Robot: ...


print(issubclass(Duck, Quacks), issubclass(Duck, Loud), isinstance(Robot(), Quacks))
before = abc.get_cache_token()
print(Quacks.register(Robot) is Robot, isinstance(Robot(), Quacks), issubclass(Robot, Loud),
    abc.get_cache_token() != before)
Loud.register(int)
print(isinstance(1, Quacks), isinstance(True, Loud), Robot.__mro__)
for attempt in [lambda: Duck.__subclasscheck__, lambda: Loud.register(Quacks), lambda: Loud.register(1),
                lambda: issubclass(1, Quacks), lambda: Quacks.register(Quacks) is Quacks]:
    try:
        print(type(attempt()).__name__)
    except Exception as error:
        print(type(error).__name__, error)


class Late(ABC):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        print(cls.__name__, getattr(cls, "__abstractmethods__", "not yet"))

    @abstractmethod
    def run(self): ...


class Runs(Late):
    def run(self): return super().run()


print(Runs().run(), Late.run.__isabstractmethod__, hasattr(Runs.run, "__isabstractmethod__"))
