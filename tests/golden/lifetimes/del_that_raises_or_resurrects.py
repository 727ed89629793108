import gc
import sys

sys.unraisablehook = lambda report: print("unraisable:", type(report.exc_value).__name__, report.exc_value)


class Raises:
    def __del__(self):
        raise ValueError("in del")


class Saved:
    kept = []

    def __del__(self):
        print("del")
        Saved.kept.append(self)


Raises()
items = [Raises(), 1]
items.clear()
Saved()
print(len(Saved.kept))
Saved.kept.pop()
print("dropped again", len(Saved.kept))


class Adds:
    def __init__(self, target):
        self.target = target

    def __del__(self):
        self.target.append("from del")


target = []
target.append(Adds(target))
target[0] = None
print(target)
d = {}
d["k"] = Adds(target)
d["k"] = Adds(target)
d.clear()
print(target)
