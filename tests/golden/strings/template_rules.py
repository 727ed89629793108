from string import Template, Formatter, capwords
import string

t = Template("$who likes ${what}, costs $$5 $")
print(t.safe_substitute(who="tim"), Template("$a ${b}x $$").substitute({"a": 1}, b=2), Template("$a$b").get_identifiers(), Template("$a $1").is_valid(), Template("x").substitute())
for call in (lambda: t.substitute(who=1, what=2), lambda: Template("$a").substitute(), lambda: Template("${bad").substitute(), lambda: Template("a\n$ b").substitute(), lambda: Template("$a").substitute(5), lambda: Template(5).substitute(), lambda: Template("$é").substitute()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(Percent("%a %% $b").substitute(a=1), capwords("  hello   wORLD "), capwords("a-b", "-"), string.ascii_lowercase[:3], string.hexdigits, string.punctuation, ascii(string.whitespace))


class Quiet(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(Quiet().format("{0} {x} {y:>5}", "a", y="b"), list(Formatter().parse("a{b!r:c}d{{")), Formatter().vformat("{} {}", (1, 2), {}))
for call in (lambda: Formatter().format("{0} {}", 1, 2), lambda: Formatter().format("{x}"), lambda: Formatter().format("{"), lambda: Formatter().format("{}"), lambda: Formatter().format()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
