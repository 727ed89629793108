"""The tree of a pattern, and how wide its matches can be."""
import re._parser as p
from re import _constants
PATTERNS = [
    r"a(b|c)*[d-f]{2,3}(?P<n>x)", "", r"a|b|[cd]", r"abc|abd|ab", r"(?i:a)(?=b)(?<!c)", r"(a)?(?(1)b|cd)",
    r"(?>a+)b*?c++", r"\b\d+\.\w[^a][^ab\s]$", r"(?:ab){2,}", r"(?P<q>['\"]).*?(?P=q)\1",
    r"\x41\u0042\N{BULLET}\101\0", "(?x) a b # c\n d", r"(?s-i:.)", r"[]a-]", r"(?!)", b"\\xff+",
    r"x{,3}y{2}z{a}", r"(?:(?:a|b)|c)d", r"(?:)*", r"^(?#note)a\Z\A\B", r"(?ims)a", r"(?a:\w)",
    r"(?<=ab|cd)e", r"[\w.-]+@[\d\b]", r"(?:a|b)+(?:xy)?", r"[aab]", r"((a)(b(c)))+\4",
]
for text in PATTERNS:
    tree = p.parse(text)
    print(text, tree, tree.getwidth(), tree.state.groups, tree.state.groupdict, tree.state.flags)
print(p.parse("a.c", 16 | 2).state.flags, p.parse("ab")[0], len(p.parse("ab")))
print(p.MAXREPEAT, _constants.BRANCH, _constants.AT_END)
try:
    p.parse("(")
except _constants.error as failure:
    print(failure)
