"""Identifiers may hold letters of all scripts and are normalized; other characters are refused."""
é = 1
ﬁ = 2
print(é, fi, "ﬁ" in globals(), "fi" in globals())
class C:
    ªb = 3
print(C.ab, getattr(C, "ªb", "not normalized"), [n for n in vars(C) if "b" in n and not n.startswith("_")])
def f(ſ): return locals()
print(f(1), f(s=2))
for name in ("x", "x1", "1x", "_", "é", "日本", "x-y", "x·", "·x", "℘", "x℮", "x²", "²", "x\u0301", "\u0301x", "𝔘", "x\u200d", "Ⅷ", "x٣", "٣", "ﬁ", "x ", "", "€", "x€", "a\ufe00", "\u212a", "🐍", "ⅳ_x", "µ", "x\u00ad"):
    print(ascii(name), name.isidentifier(), end=" ")
    try:
        exec(f"{name} = 1", scope := {})
        print([ascii(k) for k in scope if k != "__builtins__"])
    except SyntaxError as error:
        print(ascii(error.msg))
