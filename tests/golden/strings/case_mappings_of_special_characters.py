"""upper, lower, title, capitalize, swapcase and casefold where one character becomes several."""
for s in ("straße", "ŉ", "ﬁn", "ǆ", "ǅ", "İ", "ı", "Σ", "ΑΣ", "ΑΣ.", "ΑΣΑ", "ὈΔΥΣΣΕΎΣ", "o'neil", "they're", "a1b c-d", "ß", "ΐ", "µ", "ſ", "ա", "Ꭰ", "x\u0345", "ᾳ", "𐐀", "ⅷ", "ⓐ",
          "HELLO wORLD", "", "é", "É", "mc_donald 3rd", "İstanbul"):
    print(s, [f(s).encode("unicode_escape").decode() for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)],
          s.isupper(), s.islower(), s.istitle())
