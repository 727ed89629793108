"""Reading and writing attributes of instances, classes and modules."""
import math

from timing import bench


class Point:
    scale = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def move(point):
    for _ in range(200_000):
        point.x = point.x + point.y
    return point.x


def instance_attributes():
    return move(Point(0, 1))


def slot_attributes():
    return move(Slotted(0, 1))


def class_attributes():
    point = Point(0, 0)
    total = 0
    for _ in range(200_000):
        total += point.scale
    return total


def module_attributes():
    total = 0.0
    for _ in range(200_000):
        total += math.pi
    return round(total)


bench(instance_attributes, 200_000)
bench(slot_attributes, 200_000)
bench(class_attributes, 400_000)
bench(module_attributes, 628319)
