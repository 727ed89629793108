"""repr escapes what is not printable, and chooses its quotes."""
for s in ("'", '"', "'\"", "\\", "\n\r\t", "\x00\x1f\x7f", "\x80\x9f\xa0\xad", "é", "\u200b", "\u2028", "\ud800", "\udfff", "😀", "\U0001f1e6", "\u0378", "\ue000", "\U000e0001", "\U0010ffff", "\u00ad",
          "\u3000", "\ufeff", "\uffff", "a'b\"c\\d", "\x85", "ﬃ", "\u0600"):
    print(repr(s), ascii(s), len(repr(s)), s.isprintable())
print(repr(b"'"), repr(b'"'), repr(b"'\""), repr(b"\\\n\x00\xff~ "), repr(bytearray(b"'\"")), ascii(["é", {"ü": "\n"}]))
