for text in ("they're bill's", "x-ray 2nd", "ǆ", "ŉ", "ﬁne", "ß", "ÉCOLE d'été", "a1b c2D", "", "123", "ΑΣ ΑΣ", "ìI", "McDONALD"):
    print(repr(text), text.title(), text.capitalize(), text.swapcase(), text.casefold(), text.lower(), text.upper(), text.istitle())
print("Σ".lower(), "ΑΣ".lower(), "ΑΣ.".lower(), "ΑΣΑ".lower(), "İ".lower().encode(), "ı".upper(), "ﬀ".upper(), "ŉ".upper().encode())
