"""The right-hand variants differ from the left-hand ones when limits or overlaps matter."""
for s, sep in (("a,b,c", ","), ("aaa", "aa"), ("", ","), (",", ","), ("a", ","), (",a,", ","), ("a--b---c", "--"), ("  a b  ", None), ("abab", "ab")):
    print(repr(s), s.split(sep, 1), s.rsplit(sep, 1), s.split(sep), s.rsplit(sep), *( (s.partition(sep), s.rpartition(sep)) if sep else ()))
print("a b c".rsplit(maxsplit=1), "a\tb\nc".rsplit(None, 1), " x ".rsplit(maxsplit=0), " x ".split(maxsplit=0), "/usr/lib/x".rsplit("/", 1), "/usr/lib/x".rpartition("/")[2], "name.tar.gz".rsplit(".", 2))
