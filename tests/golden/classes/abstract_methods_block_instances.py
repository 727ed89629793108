from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Half(Shape):
    name = "half"


class Square(Half):
    def area(self):
        return 4

    @classmethod
    def make(cls):
        return cls()


print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__, Square.make().describe(), Shape.area.__isabstractmethod__, Shape.name.__isabstractmethod__)
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
Half.area = lambda self: 1
try:
    Half()
except TypeError as error:
    print(error)


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return "quack" in vars(other) or NotImplemented


class Mallard:
    def quack(self):
        pass


print(issubclass(Mallard, Duck), isinstance(Mallard(), Duck), issubclass(int, Duck), Duck.register(int) is int, issubclass(bool, Duck))
try:
    Duck.register(5)
except TypeError as error:
    print(error)
try:
    int.register(Duck)
except AttributeError as error:
    print(error)
