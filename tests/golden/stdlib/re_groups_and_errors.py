import re

m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "on 2024-05 at")
print(m, m.group(), m[0], m["year"], m.groups(), m.groups("none"), m.groupdict(), m.span(), m.start("month"), m.span(4), m.lastgroup, m.lastindex, m.pos, m.endpos, m.string, m.expand(r"\2/\g<year>"), m.group(1, 2), bool(m))
print(re.sub(r"(a)|b", r"[\1]", "ab"), re.sub("x*", "-", "abxd"), re.subn("a", lambda m: m[0].upper(), "banana", count=2), re.split(r"(,)|;", "a,b;c"), re.split("x*", "axbc"), re.findall(r"(\w)(\d)?", "a1b"), re.findall("", "ab"), [x.span() for x in re.finditer("a|", "ba")], re.escape("a.b*c é"), re.fullmatch("a|ab", "ab"), re.match("(?i)ABC", "abc").end(), re.compile("a", re.I | re.M).flags, re.compile("a"), re.compile(b"a", re.X), re.search("(?<=a)b", "ab").span(), re.search(r"(?<!\d)\d(?!\d)", "12 3")[0], re.sub("(?s:.)", "x", "a\n"), re.sub(r"(?m)^", ">", "a\nb"), re.match(r"(a+)+$", "aaa")[1], re.match(r"(?>a+)b", "aab")[0], re.match("a{2,}+", "aaa")[0])
for pattern in ("(", ")", "[", "*", "a**", "a{2,1}", "(?P<n>a)(?P<n>b)", "(?P<1>a)", "(?P=x)", r"\2(a)", "[b-a]", "(?z)", r"\q", "(?P<n", "a(?i)b", "(?:", r"\x1", r"(?(2)a)", "(?#", "a\\", r"\N{nope}"):
    try:
        re.compile(pattern)
        print(pattern, "compiles")
    except re.error as error:
        print(pattern, "|", error)
for call in (lambda: m["nope"], lambda: m.group(9), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.sub("a", r"\9", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.match(5, "a"), lambda: re.compile(re.compile("a"), re.I), lambda: re.split("a", 5), lambda: re.sub("a", r"\q", "a")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
