class Text(str):
    def __new__(cls, value, note=None):
        self = super().__new__(cls, value)
        self.note = note
        return self


t = Text("Hello", note="kept")
print(t, t.note, type(t.upper()).__name__, type(t[:]).__name__, type(t + "").__name__, type(t * 1).__name__, type(t.strip()).__name__, type(str(t)).__name__, type(t.replace("z", "")).__name__)
print(t == "Hello", hash(t) == hash("Hello"), {"Hello": 1}[t], f"{t}", "%s" % t, repr(t), t in ["Hello"], isinstance(t, str), sorted([Text("b"), "a"]))
print(type("".join([t])).__name__, type(f"{t}").__name__, type("%s" % t).__name__)


class Shouting(str):
    def __str__(self):
        return "shout"

    def __format__(self, specification):
        return "formatted"


s = Shouting("quiet")
print(s, str(s), f"{s}", "%s" % s, "{}".format(s), s.upper(), s + "!", [s], "{!s}".format(s))
