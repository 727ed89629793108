# Patterns whose matches depend on how the engine goes back.
import re


def show(pattern, text, flags=0):
    found = re.search(pattern, text, flags)
    print(repr(pattern), found and (found.span(), found.groups(), found.lastindex))


show(r"(a|ab)(c|bcd)(d*)", "abcd")
show(r"(a*)*", "aab")
show(r"(?:(a)|b)*", "ab")
show(r"(a)?b(?(1)c|d)", "bd")
show(r"(?>a+)ab", "aaab")
show(r"a++b|a*?b", "aab")
show(r"(?<=a(b))c", "abc")
show(r"(?<!a)b", "ab bb")
show(r"(?=(a+))a*b\1", "baaabac")
show(r"(x+x+)+y", "xxxxy")
show(r"(?P<q>['\"]).*?(?P=q)", "say 'it' \"now\"")
show(r"^b$", "a\nb\nc", re.M)
show(r"(?s:.)b(?-i:C)", "\nBC", re.I)
show("straße|ſ", "S", re.I)
show(r"[^\W\d]+", "12äö_3")
show(r"\bé", "café été")
show(r"(?i)[k-l]", "\u212a")
show(r"((?:a|b)*?)c", "abac")
show(r"(a{2,3}){2}", "aaaaa")
show(r"(?:a?){3}b", "aab")
show(r"(?a)\w+", "été")
show(r"(a(?!b))+", "aab")
print(re.sub("x*", "-", "abxd"), re.split(r"\b", "a b"), re.findall("|a", "aa"), re.sub("(?m)^", "> ", "a\nb"))
print([found.span() for found in re.finditer(r"a|(?=b)", "aab")], re.fullmatch("a|ab", "ab"), re.split("(x)|y", "axbyc"))
print(re.subn(b"a(.)?", rb"<\1>", bytearray(b"aba")), re.compile("x").match("axa", 1, 2), re.match(b"\xff", b"\xff"))
print(re.compile("é", re.I | re.X), re.match("a+", "a" * 60), repr(re.A | re.M), re.compile("a") == re.compile("a"))
scanner = re.compile("a|b").scanner("ab c")
print(scanner.match(), scanner.match(), scanner.match(), scanner.search())
print(re.match("(?P<x>a)(?P<y>b)?", "a").groupdict("-"), re.match("(a)", "a").expand(r"[\1\g<1>\n]"))
