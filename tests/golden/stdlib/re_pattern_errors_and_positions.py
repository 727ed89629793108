import re

patterns = r"""
(
)
(a
a)
[a
[]
[z-a]
[a-\d]
[\d-z]
*
+a
a**
a*+b
a?+
a{1,2}{3}
(?
(?P
(?P<
(?P<n
(?P<1a>x)
(?P<n>a)(?P<n>b)
(?P=n)
(?P=n
(?P>x)
(?Px)
(?<a)
(?<=a*)b
(?<!a+)b
(?<=ab|c)d
(?z)
(?i
(?i-
(?i-m
(?-i:a)
(?i-i:a)
(?aL)
(?L)
(?au)
a(?i)b
(?:a
(?#abc
(?(1)a|b)
(?(1)a|b|c)
(a)(?(1)b|c|d)
(a)(?(2)b)
(?(x)a)
(?(0)a)
(a)(?(1
\
\x1
\xzz
\u12
\N{BAD NAME}
\N{DIGIT ONE}
\Nx
\q
\_
\8
\1
(a)\2
(a\1)
\400
\08
x{99999999999}
x{1,99999999999}
x{3,2}
(?P<é>a)
(?P<a.b>a)
(?>a|ab)c
(?=a
a|*
[[:alpha:]]
[a--b]
[a&&b]
(?i:a(?-i:b)c)
(?x: a # c
""".strip("\n").split("\n")
for pattern in patterns:
    try:
        print(pattern, "|", re.compile(pattern))
    except re.error as error:
        print(pattern, "|", error, "|", error.msg, error.pos, error.lineno, error.colno)
    except Exception as error:
        print(pattern, "|", type(error).__name__, error)
try:
    re.compile("a\n(b\n[c")
except re.PatternError as error:
    print(error, error.lineno, error.colno, error.pattern == "a\n(b\n[c", re.error is re.PatternError)
for args in ((b"\\u1234",), (b"(?u)a",), ("a", re.L), (5,), ("a", re.A | re.U), (b"a", re.U), (b"(?P<\xe9>a)",)):
    try:
        print(re.compile(*args))
    except Exception as error:
        print(args, type(error).__name__, error)
