"""RegexFlag members, combinations, inline flags and pattern reprs."""
import re
print(re.I, repr(re.I | re.M), re.RegexFlag(0), re.NOFLAG, re.compile("a", re.I).flags, re.compile("(?im)a").flags, re.compile(b"a").flags, re.compile("a", re.A).flags, re.I.value, re.X.name, repr(re.RegexFlag(1 << 20)), re.I & re.M, ~re.I & re.I, re.IGNORECASE is re.I, str(re.I | re.S))
for pattern, flags in (("a", 0), ("a", re.I), ("a\nb", re.X | re.M), (b"x", re.L), ("'", 0), ('"\'', re.DEBUG & 0), ("é" * 3, re.A), ("a" * 250, 0)):
    p = re.compile(pattern, flags)
    print(p, p.groups, p.groupindex, p.pattern == pattern, p == re.compile(pattern, flags), hash(p) == hash(re.compile(pattern, flags)))
print(re.compile("(a)(?P<n>b)").groupindex, re.compile("(a)(?P<n>b)").groups, re.search("a b # comment", "ab", re.X).group(), re.search(r"a\ b", "a b", re.X).group(), re.match("[a #]", "#", re.X).group(), re.search("(?x) a  b", "ab").group(), re.match("(?i:a)b", "Ab").group(), re.match("(?i:a)b", "AB"), re.match("(?-i:a)b", "aB", re.I).group(), re.match(r"(?a:\w)", "é"), re.match("ß", "ẞ", re.I), re.match("ſ", "S", re.I).group(), re.match("K", "\u212a", re.I).group(), re.match("[a-z]", "K".lower(), re.I).group(), re.match("İ", "i̇", re.I), re.match("µ", "μ", re.I).group())
m = re.compile(r"""
    (?P<int>\d+)   # whole
    (\.(?P<frac>\d*))?
""", re.VERBOSE).match("3.14")
print(m.groupdict(), m.lastgroup)
