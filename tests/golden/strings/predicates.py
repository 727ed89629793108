for s in ("abc", "ABC", "a1", "12", "", " ", "Title Case", "½", "²", "é", "a b", "_x", "1x", "\n", "٣", "class"):
    print(ascii(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isdecimal(), s.isnumeric(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
