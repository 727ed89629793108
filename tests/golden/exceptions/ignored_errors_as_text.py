# Errors that cannot be raised are shown without marks and without what they came from.
# stderr: whole
import atexit


class Silent:
    def __repr__(self):
        return "<silent>"

    def __call__(self):
        total = 1
        return total + (1 / 0) + 2


class Ending:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("in the end") from None


class Own(Exception):
    pass


class Repeating:
    def __call__(self, depth=6):
        return self(depth - 1) if depth else self.fail()

    def fail(self):
        raise Own

    def __repr__(self):
        return "<repeating>"


class Chained(Silent):
    def __call__(self):
        try:
            {}["x"]
        except KeyError:
            raise ValueError("one\ntwo")


for callback in (Silent(), Repeating(), Chained()):
    atexit.register(callback)
print("end")
