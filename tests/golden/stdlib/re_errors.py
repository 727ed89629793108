# What is wrong with a pattern, and where.
import re

for pattern in ["(", "a**", "[z-a]", "(?P<a>x)(?P<a>y)", "(?<=a+)b", r"\1", "*a", "(?x", "a{3,1}", "(?i-s:a", "ab\n(c",
                r"\q", "(?P=x)", "[a", "(?#", "x(?i)y", "(?<a", r"\x1", r"(?(1)a|b|c)", r"(?(2)a)", "(?P<1a>x)", "(?P<a",
                "(?i-i:a)", "(?au)x", "(?z)", "a)", "(?-u:x)", r"\N{NOTHING}", "(?L)x", "x{5}{2}", "(?<=(a)\\1)b", b"(?u)x",
                r"[\d-z]", "(?P", "(?", "^*", r"(\1)"]:
    try:
        re.compile(pattern)
        print(repr(pattern), "compiles")
    except re.error as error:
        print(repr(pattern), error, error.msg, error.pos, error.lineno, error.colno)
for flags in (re.L, re.A | re.U):
    try:
        re.compile("x", flags)
    except ValueError as error:
        print(error)
for template in [r"\2", r"\g<b>", r"\g<1", r"\g<>", r"\400", r"\q", "\\"]:
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(repr(template), error)
