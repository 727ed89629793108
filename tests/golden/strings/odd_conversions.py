class Text(str):
    pass


class Shown:
    def __str__(self):
        return Text("shown")


class Other(str):
    def __str__(self):
        return "other"


print(type(str(Shown())).__name__, type(str(Text("a"))).__name__)
print("{}".format(Other("x")), f"{Other('x')}", "%s" % Other("x"), format(Other("x"), "3") + "|")
print("{:08s}|{:<08s}|{:*>08s}".format("result", "result", "result"))
print("\u1ff3\u1ffc".capitalize() == "\u1ffc\u1ff3", "a\u03a3 \u1fa1xy".title() == "A\u03c2 \u1fa9xy", "ﬓ".title())
print(repr("\U00014000"), ascii("ƛ".upper()), "ꟊ".isalpha(), "\ua7cb".isalpha())
print("%*d|%.*f" % (True, 5, False, 2.5), len("%.70000f" % 0.1), ("%.70000e" % 0.1)[-5:])
for template, value in (("%*d", ("a", 1)), ("%.*f", (1 << 40, 1.0)), ("%*d", (1 << 70, 1)), ("%d", 1j)):
    try:
        template % value
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
for call in (lambda: str(1, 1), lambda: str(b"x", errors=1), lambda: b"%i" % 1j, lambda: b"" % b"abc"):
    try:
        call()
    except TypeError as error:
        print(error)
print("aXbXc".replace("X", "-", 2**63 - 1), b"\\N{foo}xx".decode("unicode-escape", "ignore"))
