# A lexer by one verbose pattern, replacements by functions, look-around and named groups.
import re

TOKEN = re.compile(r"""
    (?P<number>   \d+(?:\.\d*)?(?:[eE][+-]?\d+)? )   # ints and floats
  | (?P<name>     [^\W\d]\w* )
  | (?P<string>   (?P<quote>["']) (?:\\.|(?!(?P=quote)).)* (?P=quote) )
  | (?P<operator> \*\*|//|<=|>=|==|!=|[-+*/<>=(),.] )
  | (?P<space>    \s+ )
""", re.VERBOSE)


def tokens(text):
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(f"{text[at]!r} at {at}")
        at = match.end()
        if match.lastgroup != "space":
            yield match.lastgroup, match[0], match.span()


print(list(tokens("caf\u00e9 = 3.5e-2 ** f('it\\'s', \"a'b\") // x1")))
try:
    list(tokens("a $ b"))
except SyntaxError as error:
    print(error)
counts = {}


def numbered(match):
    name = match["name"]
    counts[name] = counts.get(name, 0) + 1
    return f"{name}#{counts[name]}" if match.start() else match.expand(r"<\g<name>|\g<0>|\1>")


print(re.sub(r"\b(?P<name>[a-z]+)\b", numbered, "one two one two two"), counts)
print(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", "camelCaseToSnake").lower(),
    re.sub(r"(?<!\d)(\d{3})(?=\d)", r"\1,", "1234567"))
print(re.split(r"(?:\s*[;,]\s*)|(\|)", "a ;b,c|d"), re.findall(r"(a)|(b)", "ab"), re.subn("(x)?y", r"[\1]", "xyy"))
print([match.groupdict("-") for match in re.finditer(r"(?P<k>\w)(?:=(?P<v>\d))?", "a=1 b c=3")])
print(re.fullmatch(r"(?i:AB)c", "abc"), re.fullmatch(r"(?i:AB)c", "abC"), re.match(r"(?s:.)\n?.", "\nx"),
    re.compile("a", re.I | re.X))
print(re.sub(r"(?m)^(\s*)#.*\n?", "", "a\n  # c\nb\n#d"), re.escape("a.b*c-d e"),
    re.search(r"(\w+) \1", "the the").regs)
