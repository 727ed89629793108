"""A length hint must fit in a size; a negative one or one of another type is refused."""
import operator


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (0, 3, -1, 2**70, None, "x", 1.5, NotImplemented, TypeError("no"), ValueError("no"), True):
    for function in (list, operator.length_hint):
        if hint == 2**62 and function is list:
            continue
        try:
            print(repr(hint), function.__name__, function(Hint(hint)))
        except Exception as error:
            print(repr(hint), function.__name__, type(error).__name__, error)
for default in (5, -5, "x", 2**70):
    try:
        print(operator.length_hint(Hint(NotImplemented), default))
    except Exception as error:
        print(type(error).__name__, error)
