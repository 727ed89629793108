"""% with a mapping, with widths from the tuple, and its error messages."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for template, value in [("%(a)s %(b)05d", {"a": 1, "b": 2}), ("%(a)s", {"b": 1}), ("%(a)s", (1,)), ("%(a)s", 1), ("%(a", {}), ("%()s", {"": 1}),
                        ("%((x))s", {"(x)": 2}), ("%*d|%-*d", (5, 42, 5, 42)), ("%.*f", (2, 3.14159)), ("%*s", ("a", 1)), ("%.*f", (-2, 3.14)),
                        ("%s %s", (1,)), ("%s", (1, 2)), ("%s", ()), ("%", 1), ("%z", 1), ("%d", "1"), ("%d", 1.9), ("%i", True), ("%x", 1.5),
                        ("%c", 65), ("%c", "A"), ("%c", "AB"), ("%c", 0x110000), ("%c", 1.0), ("%%", ()), ("%5%", ()), ("%r %a", ("é", "é")),
                        ("%+d % d %05d %-5d|", (1, 1, 1, 1)), ("%#x %#o %#X", (255, 8, 255)), ("%e %G %.0e", (1.5, 1e-10, 2.5)), ("%s", {"a": 1}),
                        ("%(a)s %s", {"a": 1}), ("%d", 1j), ("%f", "a"), ("%ld %hd %Lf", (1, 2, 3)), ("%s", [1, 2]), ("a%sb", "x"), ("none", {}), ("none", 1), ("none", [1])]:
    attempt(lambda: template % value)
