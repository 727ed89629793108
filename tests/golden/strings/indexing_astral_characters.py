"""Characters beyond the basic plane count as one, and slices keep them whole."""
s = "a😀b𝔘é"
print(len(s), s[1], s[-2], s[1:3], s[::-1], s.index("b"), s.find("𝔘"), list(s), s[::2], [hex(ord(c)) for c in s], s.encode("utf-16-le").hex(), len(s.encode()), s.center(9, "😀"), s.upper(), s.swapcase(), s.replace("😀", "😁"), "😀" in s, s.count("😀"), s.split("😀"), s.isalpha(), "𝔘".isupper(), "𝟘".isdigit())
print(chr(0x10FFFF) > chr(0xFFFF), ascii(chr(0x10FFFF)), ascii("\U0001F600"), ord("😀"), "\N{GRINNING FACE}", "😀"[0] == "😀", "😀" * 2, f"{'😀':>3}|", "%3s|" % "😀", "{:^5}|".format("😀"), "😀".ljust(2, "."), min(s), max(s) == "😀", sorted(s) == sorted(list(s)))
for f in (lambda: chr(0x110000), lambda: chr(-1), lambda: ord("😀😀"), lambda: ord(""), lambda: s[5], lambda: chr("a"), lambda: ord(5), lambda: chr(1.0)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
