"""Constants, capwords, Template and Formatter of the string module."""
import string


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.whitespace), string.punctuation, len(string.printable), string.capwords("hello  wORLD"), string.capwords("a-b", "-"))
T = string.Template
print(T("$a ${b}c $$").substitute(a=1, b=2), T("$a $b").safe_substitute(a=1), T("$a").substitute({"a": 1}, a=2), T("$a $1 $").safe_substitute(a=1), T("${a}${b").safe_substitute(a=1), T("$a$b").get_identifiers(), T("$é").is_valid(), T("$a ${").is_valid(), T("$A").substitute(A=1))
for bad in ((lambda: T("$a").substitute()), (lambda: T("$").substitute()), (lambda: T("${").substitute()), (lambda: T("a\n  $1").substitute()), (lambda: T("$a").substitute(5)), (lambda: T("$a").substitute({}, {})), (lambda: T(5).substitute()), (lambda: string.Formatter().format()), (lambda: string.Formatter().format("{0} {x}", 1, x=2)), (lambda: string.Formatter().vformat("{a}", (), {"a": 1})), (lambda: list(string.Formatter().parse("a{b!r:c}d{{e}}"))), (lambda: string.Formatter().get_field("0.real", (1 + 2j,), {})), (lambda: string.Formatter().convert_field(5, "x")), (lambda: string.Formatter().format("{0!x}", 1)), (lambda: string.Formatter().format("{x}")), (lambda: string.Formatter().format_field(5, "03"))):
    attempt(bad)


class P(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(P("%a_b %ab %%").safe_substitute(a_b=1, ab=2))


class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


print(F().format("{a} {b} {0}", 5, a=1))
