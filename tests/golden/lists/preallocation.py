# Room for what an iterable says it has is made before it is walked through.
class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("abc")

    def __length_hint__(self):
        print("asked")
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (3, 0, NotImplemented, TypeError("ignored"), ValueError("passed on"), -1, "text"):
    try:
        print(list(Hint(hint)), tuple(Hint(hint)))
    except Exception as error:
        print(type(error).__name__, error)

for make in (list, tuple, sorted, [].extend):
    try:
        make(range(10**12))
    except MemoryError:
        print("no room")
