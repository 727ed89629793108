"""zfill keeps a sign in front; the justifying methods do not know of signs."""
for s in ("42", "-42", "+42", "--42", "- 42", "", "-", "+", "abc", "-abc", "0", "٣", "−5", "1e5", " 7"):
    print(repr(s), [s.zfill(w) for w in (0, 3, 5, 7)], repr(s.rjust(5, "0")), repr(s.ljust(5, "0")), repr(s.center(6, "0")), repr(f"{s:0>5}"), repr("%5s" % s))
print(b"-7".zfill(4), bytearray(b"+1").zfill(5), "é".zfill(3), "😀".zfill(3), "x".zfill(-5), "x".zfill(True), format(-42, "06"), format(42, "+06"), "%06d" % -42, f"{-4.2:07.2f}", f"{'-42':=>6}" if False else "")
