import string
from string import Formatter, Template

t = Template("$who likes ${what}s, $$5 $who")
print(t.substitute(who="tim", what="kung pao"), t.substitute({"who": 1}, what=2), t.template, t.get_identifiers(), t.is_valid())
for text, values in (("$x $y", {"x": 1}), ("$", {}), ("a $ b", {}), ("${x", {"x": 1}), ("$1x", {}), ("line\n$x\n  ${", {"x": 1}),
                     ("${x-y}", {}), ("$X $x", {"x": 1, "X": 2}), ("$é", {"é": 1}), ("$_a$_", {"_a": 1, "_": 2}), ("$$$x", {"x": 3})):
    for method in ("substitute", "safe_substitute"):
        try:
            print(repr(text), method, repr(getattr(Template(text), method)(values)))
        except (KeyError, ValueError) as error:
            print(repr(text), method, type(error).__name__, error)
    print(Template(text).is_valid(), end=" ")
    try:
        print(Template(text).get_identifiers())
    except ValueError as error:
        print(error)


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+\\.[a-z]+"


class Braced(Template):
    braceidpattern = "[0-9]+"
    flags = 0


print(Percent("%a.b %%a %{c.d} $x").substitute({"a.b": 1, "c.d": 2}), Braced("$abc ${12}").substitute({"abc": 1, "12": 2}))
f = Formatter()
print(f.format("{0} {x!r:>5} {0[1]}", "ab", x="y"), f.vformat("{0}{a}", (1,), {"a": 2}))
print(list(f.parse("a{b!r:c{d}}{{}}{}")), list(f.parse("")), list(f.parse("{x}y")))
for text in ("{", "}", "{0!x}", "{a", "{0.}", "{}{0}", "{5}", "{x}", "{0!rx}", "{:{}{}}", "{0.nothing}", "{0[9]}"):
    try:
        print(text, f.format(text, "arg", "<", 8))
    except Exception as error:
        print(text, type(error).__name__, error)
try:
    print(f.format())
except TypeError as error:
    print(error)


class Defaults(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key] if key < len(args) else f"<{key}>"
        return kwargs.get(key, f"<{key}>")

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return value * int(spec[1:]) if spec.startswith("*") else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        self.unused = [i for i in range(len(args)) if i not in used] + [k for k in kwargs if k not in used]


d = Defaults()
print(d.format("{0} {missing!u} {x:*3} {7}", "a", "b", x="z", q=1), d.unused)
print(string.capwords("  hello   wORLD "), string.capwords("a-b-c", "-"), string.ascii_letters[25:28], repr(string.whitespace),
      string.punctuation, string.hexdigits, string.octdigits, len(string.printable))
