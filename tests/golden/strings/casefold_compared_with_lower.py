"""casefold goes further than lower for comparisons without case."""
for a, b in (("ß", "SS"), ("ﬀ", "FF"), ("ſ", "s"), ("ς", "σ"), ("İ", "i"), ("ŉ", "ʼn"), ("ΐ", "ΐ"), ("µ", "μ"), ("ǰ", "ǰ"), ("K", "k"), ("Å", "å"), ("ϐ", "β"), ("A", "a")):
    print(ascii(a), ascii(b), a.lower() == b.lower(), a.casefold() == b.casefold(), ascii(a.casefold()), ascii(a.upper()), len(a.upper()))
print("STRASSE".casefold() == "straße".casefold(), sorted(["b", "A", "ß", "SS"], key=str.casefold), "HELLO".casefold(), "".casefold(), "123".casefold())
