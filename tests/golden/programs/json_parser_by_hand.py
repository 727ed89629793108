class ParseError(ValueError):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Parser:
    ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", '"': '"', "\\": "\\", "/": "/"}
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text):
        self.text, self.i = text, 0

    def error(self, message):
        return ParseError(message, self.i)

    def space(self):
        while self.i < len(self.text) and self.text[self.i] in " \t\r\n":
            self.i += 1

    def expect(self, c):
        if not self.text.startswith(c, self.i):
            raise self.error(f"expected {c!r}")
        self.i += len(c)

    def value(self):
        self.space()
        match self.text[self.i:self.i + 1]:
            case "{":
                return self.object()
            case "[":
                return self.array()
            case '"':
                return self.string()
            case "":
                raise self.error("unexpected end")
            case c if c in "-0123456789":
                return self.number()
        for word, value in self.WORDS.items():
            if self.text.startswith(word, self.i):
                self.i += len(word)
                return value
        raise self.error(f"unexpected {self.text[self.i]!r}")

    def items(self, close, one):
        self.i += 1
        self.space()
        if self.text.startswith(close, self.i):
            self.i += 1
            return
        while True:
            yield one()
            self.space()
            if self.text.startswith(",", self.i):
                self.i += 1
                continue
            self.expect(close)
            return

    def array(self):
        return list(self.items("]", self.value))

    def object(self):
        def pair():
            self.space()
            key = self.string()
            self.space()
            self.expect(":")
            return key, self.value()
        return dict(self.items("}", pair))

    def string(self):
        self.expect('"')
        out = []
        while True:
            if self.i >= len(self.text):
                raise self.error("unterminated string")
            c = self.text[self.i]
            self.i += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = self.text[self.i]
                self.i += 1
                if c == "u":
                    out.append(chr(int(self.text[self.i:self.i + 4], 16)))
                    self.i += 4
                    continue
                try:
                    c = self.ESCAPES[c]
                except KeyError:
                    raise self.error(f"bad escape \\{c}") from None
            out.append(c)

    def number(self):
        start = self.i
        while self.i < len(self.text) and self.text[self.i] in "+-0123456789.eE":
            self.i += 1
        text = self.text[start:self.i]
        try:
            return float(text) if set(text) & set(".eE") else int(text)
        except ValueError as error:
            self.i = start
            raise self.error("bad number") from error


def loads(text):
    parser = Parser(text)
    value = parser.value()
    parser.space()
    if parser.i != len(text):
        raise parser.error("extra data")
    return value


import json

for text in ('{"a": [1, 2.5, -3e2, true, null], "b": {"c": "x\\ny\\u00e9\\"q"}}', "[]", "{ }", '"\\/"', " 12 ", "[[[]], {}]"):
    mine = loads(text)
    print(mine, mine == json.loads(text))
for text in ("", "[1,", "[1 2]", '{"a" 1}', '"abc', '"\\x"', "tru", "1-2", "[] []", "{1: 2}"):
    try:
        print(loads(text))
    except ParseError as error:
        print(repr(text), error, error.position, type(error.__cause__).__name__)
deep = "[" * 150 + "]" * 150
print(repr(loads(deep)) == deep)
