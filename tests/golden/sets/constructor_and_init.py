print(set(), set("hello") == set("helo"), set([1, 1.0, True]), {1, True, 1.0}, {*"ab", *[1]} == {"a", "b", 1}, set({"k": 1}))
s = {1}
s.__init__("xy")
print(s == {"x", "y"}, s.__init__(), s)
for call in (lambda: set(1), lambda: set([[]]), lambda: set([{}]), lambda: set("a", "b"), lambda: set(iterable="a"), lambda: hash({1}), lambda: {{1}}, lambda: {[]}, lambda: {1}[0], lambda: {1} + {2}, lambda: {1} * 2, lambda: {}.add(1), lambda: set.add(1, 2), lambda: {1}()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Tagged(set):
    def __init__(self, values, tag):
        super().__init__(values)
        self.tag = tag


t = Tagged([1], tag="x")
print(t, t.tag, type(t | {2}).__name__, type(t.copy()).__name__, t == {1}, {1} == t, sorted(t))
