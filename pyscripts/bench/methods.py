"""Calls of methods: plain, inherited, through super, properties, static."""
from timing import bench


class Base:
    def __init__(self):
        self.total = 0

    def add(self, n):
        self.total += n


class Derived(Base):
    def twice(self, n):
        super().add(n)
        self.add(n)

    @property
    def value(self):
        return self.total

    @staticmethod
    def one():
        return 1


def method_calls():
    it = Base()
    for _ in range(200_000):
        it.add(1)
    return it.total


def super_calls():
    it = Derived()
    for _ in range(50_000):
        it.twice(1)
    return it.total


def property_reads():
    it = Derived()
    total = 0
    for _ in range(200_000):
        total += it.value
    return total


def static_calls():
    total = 0
    for _ in range(200_000):
        total += Derived.one()
    return total


bench(method_calls, 200_000)
bench(super_calls, 100_000)
bench(property_reads, 0)
bench(static_calls, 200_000)
