samples = ["", "a", "A", "ab1", "1", "²", "½", "٣", " ", "\t", "\x00", "ǅ", "Aa Bb", "AA", "_x", "1x", "é", "日", "\u200d", "ª", "class", "\x7f", "A1", "😀", "ß", "\u0345"]
for method in ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper"):
    print(method, [sample for sample in samples if getattr(sample, method)()])
