"""group, groups, groupdict, span, start, end, expand, lastindex and the errors of each."""
import copy
import re


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

m = re.search(r"(?P<word>\w+) (?P<num>\d+)?(x)?", "say: hello 42 end")
m = re.search(r"(?P<word>[a-z]+) (?P<num>\d+)?(x)?", "hello 42 end")
print(m, m.group(), m.group(0, 1, "num"), m.groups(), m.groups("-"), m.groupdict(), m.groupdict(0), m.span(), m.span("num"), m.span(3), m.start(2), m.end("word"), m["word"], m[2], m.lastindex, m.lastgroup, m.pos, m.endpos, m.re.pattern, m.string, bool(m), len(m.regs))
print(m.expand(r"\2-\g<word>\n\g<3>"), m.expand("plain"), re.match("()", "").lastindex, re.match("(a)(?:b)", "ab").lastgroup, re.match("a", "abc", ).endpos, re.compile("b").search("abc", 1, 2).span(), re.compile("^b").search("ab", 1), re.compile("b$").search("abc", 0, 2).span())
for bad in ((lambda: m.group(4)), (lambda: m.group("nope")), (lambda: m.group(-1)), (lambda: m["x"]), (lambda: m[1.5]), (lambda: m.span(9)), (lambda: m.start("z")), (lambda: m.expand(r"\9")), (lambda: m.expand(r"\g<nope>")), (lambda: m.expand(r"\g<")), (lambda: m.expand(r"\q")), (lambda: m.expand(5)), (lambda: len(m)), (lambda: copy.copy(m) is m), (lambda: copy.deepcopy(m) is m), (lambda: __import__("pickle").dumps(m)), (lambda: type(m)()), (lambda: m.group(True)), (lambda: m.group(2**70)), (lambda: m == m), (lambda: hash(m) == hash(m)), (lambda: m.groups(default="d"))):
    attempt(bad)
print(re.match("(a)|(b)", "b").groups(), re.match("(a)*", "aaa").span(1), re.match("(?:(a)|b)*", "ab").group(1), re.match("((a)b)?", "c").groups())
