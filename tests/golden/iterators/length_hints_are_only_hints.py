import operator


class Hint:
    def __init__(self, hint, items=()):
        self.hint, self.items = hint, items

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint

    def __iter__(self):
        return iter(self.items)


print(operator.length_hint(Hint(5)), operator.length_hint(Hint(NotImplemented), 7), operator.length_hint(Hint(TypeError("hidden")), 3), list(Hint(1000, "ab")), list(Hint(0, "abc")), tuple(Hint(NotImplemented, "x")), [*Hint(2, "abc")])
for hint in (-1, "5", 1.5, ValueError("shown"), None):
    for function in (operator.length_hint, list):
        try:
            print(function(Hint(hint, "a")))
        except Exception as error:
            print(function.__name__, type(error).__name__, error)
hints = [iter([1, 2]), iter((1,)), iter({1: 2}), iter({1, 2, 3}), iter("ab"), iter(range(4)), reversed([1, 2]), iter(b"abc"), enumerate("abc"), zip("ab", "c"), map(str, "ab"), (x for x in "ab")]
print([operator.length_hint(i, -5) for i in hints])
[next(i) for i in hints]
print([operator.length_hint(i, -5) for i in hints])
