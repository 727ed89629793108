s = "Ünïcödé ñ 日本 😀"
print(s.upper(), s.lower(), s.title(), len(s), s[::-1], s.split(), s.find("日"), s.index("😀"), s.encode()[:6], s.center(25, "é"), s.replace("ö", "o"), "日" in s, s.count("é"))
print("e\u0301" == "é", len("e\u0301"), "ǅ".lower(), "ﬁ".upper(), "ς".upper(), "\u00df".casefold() == "ss", ascii(s), "😀".isprintable(), "\U0001F1E6".isalpha(), [ord(c) for c in "é😀"])
print("\x00a".encode(), "a\u200bb".isprintable(), repr("\u200b\xa0"), "\t".isspace(), "\u3000".isspace(), "１２".isdigit(), int("１２"), float("１.５"))
