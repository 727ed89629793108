s = "heLLo wORLD"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), "straße".casefold(), "ß".upper(), "ǆ".title())
print("they're bill's".title(), "İ".lower() == "i̇", "ΑΣ".lower(), "éa".upper(), "123abc".title())
