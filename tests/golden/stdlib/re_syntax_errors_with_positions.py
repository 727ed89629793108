"""Each wrong pattern has its message and its position."""
import re
for pattern in ("(", ")", "[", "[a", "*a", "a**", "a{2,1}", "a{99999999999}", "(?", "(?P", "(?P<", "(?P<n", "(?P<1>a)", "(?P<n>a)(?P<n>b)", "(?P=n)", "(?P=", "(?P>n)", r"\1", r"(a)\2", r"\g", "(?z)", "(?i", "a(?i)b", "(?i-", "(?-i)", "(?i-i:a)", "(?a-u:b)", "(?au)a", "(?L)a", "(?#", "(?(", "(?(1)a|b|c)", "(?(1)a)", "(?(n)a)", "(?<", "(?<=a+)", "(?<!a*)b", "[b-a]", r"[\w-a]", r"\x1", r"\u12", r"\U0011", r"\N{nope}", r"\N", r"\8", r"\400", "\\", "[\\", "a|*", "(?:", "a{,5}{2}", "x++", "x*+", "(?>a", "(?>", "[[a]", "[a&&b]", "[a--b]", "[a||b]", r"\p{L}", r"\z", "(?P<é>a)", "(?P<a.b>c)", "(?(0)a)", "(?P<n>a)(?(n)b", "a{1,2}*", "^*", "$+", r"\b*", "(*)", "(?=*)", "(?x"):
    try:
        re.compile(pattern)
        print(repr(pattern), "fine")
    except re.error as error:
        print(repr(pattern), error.msg, error.pos, error.lineno, error.colno)
    except Exception as error:
        print(repr(pattern), type(error).__name__, error)
