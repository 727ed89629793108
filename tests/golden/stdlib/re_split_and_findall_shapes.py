"""split with groups and limits, findall with none, one or many groups, finditer and scanner order."""
import re


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(re.split(",", "a,b,,c"), re.split("(,)", "a,b"), re.split("(,)(x)?", "a,b"), re.split("x*", "axbc"), re.split("", "ab"), re.split(",", "a,b,c", maxsplit=1), re.split(r"\s+", " a b "), re.split("(?=b)", "abab"), re.split(b",", b"a,b"), re.split(r"(\W)", "a.b!"), re.split("z", "abc"), re.split(",", ""))
print(re.findall("a", "banana"), re.findall("(a)", "aa"), re.findall("(a)(b)?", "aab"), re.findall("", "ab"), re.findall("x*", "axx"), re.findall(r"\d+", "1 22 333"), re.findall("(?:a)(b)", "abab"), re.findall(r"(?i)A", "aA"), re.findall(b".", b"ab"), [m.span() for m in re.finditer("a*", "baac")], [m.group(1) for m in re.finditer("(a)|b", "ab")], re.findall("^.", "a\nb", re.M), re.findall(".", "a\n", re.S), re.findall(r"\w", "éa_1 ²", re.A), re.findall(r"\w", "éa_1 ²"))
print(re.fullmatch("a|ab", "ab").span(), re.fullmatch("a*?", "aa").span(), re.fullmatch("a", "ab"), re.match("a+?", "aaa").group(), re.match("a{2}", "aaa").group(), re.match("(?s:.)+", "a\nb").group() == "a\nb", re.search("(?<=a)b", "ab").span(), re.search("(?<!a)b", "abb").span(), re.match("(?>a*)a", "aaa"), re.match("a*+a", "aaa"), re.match("a?+b", "ab").group(), re.search(r"(\w)\1", "hello").group(), re.search(r"(?P<c>.)(?P=c)", "abb").group(), re.match("(a)?(?(1)b|c)", "ab").group(), re.match("(a)?(?(1)b|c)", "c").group())
for bad in ((lambda: re.split("a", "b", maxsplit="x")), (lambda: re.findall("a")), (lambda: re.findall("a", 5)), (lambda: re.finditer("a", None)), (lambda: re.split(",", b"a")), (lambda: re.fullmatch(b"a", "a")), (lambda: re.compile("a", re.L)), (lambda: re.compile(b"a", re.U)), (lambda: re.compile("a", re.A | re.U)), (lambda: re.compile(5)), (lambda: re.compile(re.compile("a"), re.I)), (lambda: re.escape("a.b*[é]\n ")), (lambda: re.escape(b"a.b")), (lambda: re.purge())):
    attempt(bad)
