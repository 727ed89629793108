"""One table of all is-predicates over characters of many classes."""
names = [name for name in dir(str) if name.startswith("is")]
print(names)
for character in ("a", "A", "1", "²", "½", "Ⅷ", "_", " ", "\t", "\n", "\x1c", "\u00a0", "\u200b", "é", "ß", "ǅ", "ª", "中", "٣", "𝟘", "-", "", "aB", "Ab", "A1", "1a", "a b", "A b",
                  "\ud800", "\U0010ffff", "ﬁ", "ŉ", "\u0345", "ʰ", "ⓐ", "Ⓐ", "☃", "def", "match", "ſ", "µ", "·", "℘", "\u00ad", "\u0301", "x\u0301"):
    print(ascii(character), "".join("1" if getattr(character, name)() else "0" for name in names))
