class Ends:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        return self

    def __next__(self):
        raise self.error


class Child(StopIteration):
    pass


print(next(Ends(StopIteration), "default"), next(Ends(Child("x")), "default"), next(iter([]), None))
for call in (
    lambda: next(Ends(StopIteration(3))),
    lambda: next(Ends(ValueError("kept")), "default"),
    lambda: next([1]),
    lambda: next(iter([])),
    lambda: next(),
    lambda: next(iter([1]), 2, 3),
    lambda: next(iter([]), default=1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error.args)
