from dataclasses import dataclass
from functools import lru_cache


class Regex:
    def __or__(self, other):
        return alt(self, other)

    def __add__(self, other):
        return cat(self, other)

    def star(self):
        return Star(self)


@dataclass(frozen=True)
class Empty(Regex):
    pass


@dataclass(frozen=True)
class Eps(Regex):
    pass


@dataclass(frozen=True)
class Char(Regex):
    c: str


@dataclass(frozen=True)
class Cat(Regex):
    a: Regex
    b: Regex


@dataclass(frozen=True)
class Alt(Regex):
    a: Regex
    b: Regex


@dataclass(frozen=True)
class Star(Regex):
    a: Regex


def cat(a, b):
    match a, b:
        case (Empty(), _) | (_, Empty()):
            return Empty()
        case Eps(), r:
            return r
        case r, Eps():
            return r
    return Cat(a, b)


def alt(a, b):
    match a, b:
        case Empty(), r:
            return r
        case r, Empty():
            return r
        case _ if a == b:
            return a
    return Alt(a, b)


@lru_cache(None)
def nullable(r):
    match r:
        case Eps() | Star(_):
            return True
        case Cat(a, b):
            return nullable(a) and nullable(b)
        case Alt(a, b):
            return nullable(a) or nullable(b)
    return False


@lru_cache(None)
def derive(r, c):
    match r:
        case Char(d) if d == c:
            return Eps()
        case Alt(a, b):
            return derive(a, c) | derive(b, c)
        case Cat(a, b):
            left = derive(a, c) + b
            return left | derive(b, c) if nullable(a) else left
        case Star(a):
            return derive(a, c) + r
    return Empty()


def parse(text):
    pos = 0

    def peek():
        return text[pos] if pos < len(text) else None

    def alternatives():
        nonlocal pos
        r = sequence()
        while peek() == "|":
            pos += 1
            r = r | sequence()
        return r

    def sequence():
        r = Eps()
        while peek() not in (None, "|", ")"):
            r = r + postfix()
        return r

    def postfix():
        nonlocal pos
        r = atom()
        while peek() in ("*", "+", "?"):
            r = {"*": r.star, "+": lambda: r + r.star(), "?": lambda: Eps() | r}[peek()]()
            pos += 1
        return r

    def atom():
        nonlocal pos
        c = peek()
        pos += 1
        if c == "(":
            r = alternatives()
            if peek() != ")":
                raise SyntaxError(f"missing ) at {pos}")
            pos += 1
            return r
        return Char(c)

    result = alternatives()
    if pos != len(text):
        raise SyntaxError(f"unexpected {peek()!r} at {pos}")
    return result


def match_all(pattern, text):
    r = parse(pattern)
    for c in text:
        r = derive(r, c)
    return nullable(r)


for pattern, words in {"a(b|c)*d": ["ad", "abcbcd", "abx", "d"], "(ab)+": ["", "ab", "abab", "aba"],
                       "x?y?": ["", "x", "y", "xy", "yx"], "(a|ab)(c|bcd)": ["abcd", "ac", "abc", "abbcd"]}.items():
    print(pattern, [w for w in words if match_all(pattern, w)])
print(parse("a*b"), hash(parse("ab")) == hash(parse("ab")), derive(parse("ab"), "a"))
for bad in ("(a", "a)", "(a|b"):
    try:
        parse(bad)
    except SyntaxError as error:
        print(error)
print(match_all("(a|b)*abb", "ab" * 200 + "abb"), derive.cache_info().hits > 300)
