class Point:
    scale = 2

    def __init__(self, x):
        self.x = x

    def double(self):
        return self.x * self.scale


class Derived(Point):
    def double(self):
        return super().double() + 1
