import rlcompleter


class Thing:
    name = 1
    _hidden = 2

    def method(self):
        pass

    def other(self, x):
        pass

    @property
    def prop(self):
        raise RuntimeError


names = {"thing": Thing(), "text": "x", "theory": 3, "func": lambda: 0}
completer = rlcompleter.Completer(names)
for text in ("th", "te", "tr", "whi", "fun", "Non", "prin", "nothing"):
    print(text, completer.global_matches(text))
for text in ("thing.", "thing.m", "thing._h", "thing.name.im", "nope.x", "text.upp", "thing.o"):
    print(text, completer.attr_matches(text))
print([completer.complete("th", number) for number in range(3)])
try:
    rlcompleter.Completer([1])
except TypeError as error:
    print(error)
