from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f"{self.name}: {self.area()}"
class Half(Shape):
    def area(self):
        return 1
class Sq(Half):
    name = "sq"
print(Sq().describe(), sorted(Half.__abstractmethods__))
for c in (Shape, Half):
    try:
        c()
    except TypeError as e:
        print(e)
@Shape.register
class Virtual: pass
print(isinstance(Virtual(), Shape), issubclass(Virtual, Shape), Shape in Virtual.__mro__)
