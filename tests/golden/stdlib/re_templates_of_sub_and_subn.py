"""sub and subn with templates, functions, counts, empty matches and bad escapes."""
import re


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(re.sub("a", "b", "aaa", count=2), re.subn("a", "b", "aaa"), re.sub("", "-", "ab"), re.sub("x*", "-", "axb"), re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub("(?P<n>.)", r"[\g<n>]", "ab"), re.sub("a", r"\\", "a"), re.sub("a", r"\n\t", "a") == "\n\t", re.sub("a", lambda m: m.group().upper(), "banana", 1), re.sub("(a)|b", r"<\1>", "ab"), re.sub("a", "\\g<0>\\g<0>", "a"), re.sub(r"(.)", r"\g<1>1", "x"), re.sub("é", "e", "éé", flags=re.I), re.subn(b"a", b"b", b"aba"), re.sub("^", ">", "a\nb", flags=re.M), re.sub("$", "<", "a\n"), re.sub(r"\b", "|", "ab cd"), re.sub("(?i)A", "x", "aA"))
for bad in ((lambda: re.sub("a", r"\1", "a")), (lambda: re.sub("a", r"\g<1>", "a")), (lambda: re.sub("a", r"\g<n>", "a")), (lambda: re.sub("a", r"\g", "a")), (lambda: re.sub("a", r"\g<", "a")), (lambda: re.sub("a", r"\g<>", "a")), (lambda: re.sub("a", r"\g<-1>", "a")), (lambda: re.sub("a", r"\q", "a")), (lambda: re.sub("a", "\\", "a")), (lambda: re.sub("(a)", r"\01", "a")), (lambda: re.sub("a", r"\400", "a")), (lambda: re.sub("a", r"\x41", "a")), (lambda: re.sub("a", "b", 5)), (lambda: re.sub("a", "b")), (lambda: re.sub("a", "b", "a", "x")), (lambda: re.sub("a", "b", "aa", count="x")), (lambda: re.sub("(", "b", "a")), (lambda: re.sub("a", lambda: 1, "a")), (lambda: re.sub("a", lambda m: 1 / 0, "a")), (lambda: re.compile("a").sub("b", "a", 0, 1))):
    attempt(bad)
