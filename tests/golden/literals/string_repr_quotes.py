for s in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "nul\0", "\x7f", "\x80", "é", "\u2028", "\ud800", "😀", "\\"]:
    print(ascii(s), len(repr(s)))
print(repr("é😀"), repr("it's"), repr('both \' and "'))
