import copy
import pickle
import re

p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)?", re.I | re.X)
print(p, p.flags, p.groups, p.groupindex, p.pattern, re.compile("a", re.A).flags, re.compile(b"a").flags)
print(p == re.compile(p.pattern, re.I | re.X), p != re.compile("a"), hash(p) == hash(re.compile(p.pattern, re.I | re.X)),
      copy.copy(p) is p, copy.deepcopy(p) is p, pickle.loads(pickle.dumps(p)) is p, re.compile(p) is p)
for call in (lambda: re.compile(p, re.M), lambda: p.groupindex.update(a=1), lambda: p.match(5), lambda: p.match(b"a"),
             lambda: type(p)(), lambda: p.match(), lambda: p < p, lambda: re.escape(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
for flags in (re.I, re.I | re.M, re.A | re.S | re.X, re.NOFLAG, re.DEBUG, re.L, ~re.I, re.RegexFlag(0), re.I | 2048, re.U):
    print(repr(flags), end="; ")
print()
print(repr(re.compile("x" * 300))[-30:], repr(re.compile(b"a", re.L | re.M)), repr(re.compile("a", 2 | 8)),
      repr(re.compile("(?s)a")))
m = p.match("1999-")
print(m, m.groupdict(), m.groupdict("?"), m.groups(), m.groups(0), m["year"], m[0], m.group(1, "month"), m.span("month"),
      m.start(1), m.end(), m.pos, m.endpos, m.re is p, m.string, m.lastindex, m.lastgroup, bool(m))
for call in (lambda: m[3], lambda: m["day"], lambda: m.group(-1), lambda: m.start("x"), lambda: m.span(2.0), lambda: m[True],
             lambda: len(m), lambda: iter(m), lambda: m.group(2**70), lambda: type(m)()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(copy.copy(m) is m, copy.deepcopy(m) is m, re.match("(a)(?P<b>b)?(c)?", "abc").groupdict())
print(re.escape("a.b*c[d]\n é-_~#&/ "), re.escape(b"\x00\xff.a"), re.escape(""))
verbose = re.compile(r"""
    (\d+)   # digits
    \ \#    # a space and a hash
    [ #]+   # in a set
""", re.VERBOSE)
print(verbose.match("12 # # #"), re.match(r"(?x) a  b", "ab"), re.purge())
print(re.search(r"(?i)ſ", "S"), re.search("(?i)k", "\u212a"), re.search("(?ia)k", "\u212a"), re.search("(?i)ß", "SS"),
      re.search("(?i)[a-z]", "\u212a"), re.match("(?i)İ", "i̇"))
