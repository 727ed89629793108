class MyInt(int):
    def __str__(self):
        return "my int"

    def __repr__(self):
        return "MyInt()"


class MyFloat(float):
    def __format__(self, specification):
        return f"<{specification}>"


class MyStr(str):
    def __getitem__(self, index):
        return "item"


print("%d %i %s %r %x" % (MyInt(5), MyInt(6), MyInt(7), MyInt(8), MyInt(255)), f"{MyInt(5)} {MyInt(5):d} {MyInt(5):>8} {MyInt(5)!s} {MyInt(5)!r}", "{} {:d}".format(MyInt(5), MyInt(6)), f"{MyFloat(1.5)} {MyFloat(1.5):.3f}", "%f %s" % (MyFloat(1.5), MyFloat(2.5)), "{0[0]} {0}".format(MyStr("abc")), "%s" % MyStr("abc"), MyStr("abc")[0], list(MyStr("ab")), "".join([MyStr("x"), "y"]))


class MyDict(dict):
    def __missing__(self, key):
        return f"no {key}"

    def __getitem__(self, key):
        return "via getitem " + str(super().__getitem__(key))


print("%(a)s %(b)s" % MyDict(a=1), "{a} {b}".format_map(MyDict(a=1)))
try:
    "{b}".format(**MyDict(a=1))
except KeyError as error:
    print(repr(error))


class Tuple(tuple):
    pass


print("%s %s" % Tuple("ab"), "%s" % Tuple([1]), "%r" % (Tuple([1]),), "%s" % [1, 2])
