"""A tokenizer, a recursive descent parser, a tree and its evaluator, written with dataclasses and matching."""
import dataclasses
import operator
import re
from typing import Union


@dataclasses.dataclass(frozen=True)
class Num:
    value: float


@dataclasses.dataclass(frozen=True)
class Var:
    name: str


@dataclasses.dataclass(frozen=True)
class Bin:
    op: str
    left: "Expr"
    right: "Expr"


@dataclasses.dataclass(frozen=True)
class Call:
    name: str
    args: tuple


Expr = Union[Num, Var, Bin, Call]
TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<name>[a-z_]\w*)|(?P<op>\*\*|[-+*/(),^]))")
LEVELS = [("+", "-"), ("*", "/")]
OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow}


def tokens(text):
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(f"unexpected {text[at]!r} at {at}")
        at = match.end()
        yield match.lastgroup, match[match.lastgroup]
    yield "end", ""


class Parser:
    def __init__(self, text):
        self.items = list(tokens(text.strip()))
        self.at = 0

    def peek(self): return self.items[self.at]

    def take(self, value=None):
        kind, text = self.peek()
        if value is not None and text != value:
            raise SyntaxError(f"expected {value!r}, got {text or 'the end'!r}")
        self.at += 1
        return text

    def parse(self):
        tree = self.level(0)
        if self.peek()[0] != "end":
            raise SyntaxError(f"trailing {self.peek()[1]!r}")
        return tree

    def level(self, depth):
        if depth == len(LEVELS):
            return self.power()
        tree = self.level(depth + 1)
        while self.peek()[1] in LEVELS[depth]:
            tree = Bin(self.take(), tree, self.level(depth + 1))
        return tree

    def power(self):
        if self.peek()[1] == "-":
            self.take()
            return Bin("-", Num(0), self.power())
        base = self.atom()
        if self.peek()[1] == "**":
            self.take()
            return Bin("**", base, self.power())
        return base

    def atom(self):
        match self.peek():
            case ("num", text):
                self.take()
                return Num(float(text))
            case ("name", name):
                self.take()
                if self.peek()[1] != "(":
                    return Var(name)
                self.take("(")
                args = []
                while self.peek()[1] != ")":
                    args.append(self.level(0))
                    if self.peek()[1] == ",":
                        self.take()
                self.take(")")
                return Call(name, tuple(args))
            case (_, "("):
                self.take()
                tree = self.level(0)
                self.take(")")
                return tree
            case (kind, text):
                raise SyntaxError(f"unexpected {text or kind!r}")


def evaluate(tree, scope):
    match tree:
        case Num(value): return value
        case Var(name) if name in scope: return scope[name]
        case Var(name): raise NameError(f"{name} is unknown")
        case Bin(op, left, right): return OPS[op](evaluate(left, scope), evaluate(right, scope))
        case Call(name, args): return scope[name](*(evaluate(arg, scope) for arg in args))


def simplify(tree):
    match tree:
        case Bin("+", Num(0), x) | Bin("+", x, Num(0)) | Bin("*", Num(1), x) | Bin("*", x, Num(1)) | Bin("**", x, Num(1)): return simplify(x)
        case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return Num(0)
        case Bin(op, left, right):
            new = Bin(op, simplify(left), simplify(right))
            return simplify(new) if new != tree else tree
        case Call(name, args): return Call(name, tuple(map(simplify, args)))
    return tree


scope = {"x": 3.0, "max": max, "half": lambda v: v / 2}
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "max(1, x, half(10))", "x * x - 1", "1 / 0", "y", "1 +", "(1", "1 2", "half()", "@", "0 * y + 1 * x", "max(0 + x, 1)", "3.5.2"):
    try:
        tree = Parser(text).parse()
        print(text, "=", evaluate(tree, scope), simplify(tree))
    except Exception as error:
        print(text, type(error).__name__, error)
