class Parser:
    def __init__(self, s):
        self.toks = s.replace("(", " ( ").replace(")", " ) ").split()
        self.i = 0
    def peek(self):
        return self.toks[self.i] if self.i < len(self.toks) else None
    def take(self):
        t = self.peek()
        self.i += 1
        return t
    def expr(self):
        v = self.term()
        while self.peek() in ("+", "-"):
            v = v + self.term() if self.take() == "+" else v - self.term()
        return v
    def term(self):
        v = self.factor()
        while self.peek() in ("*", "/"):
            v = v * self.factor() if self.take() == "*" else v / self.factor()
        return v
    def factor(self):
        t = self.take()
        if t == "(":
            v = self.expr()
            self.take()
            return v
        if t == "-":
            return -self.factor()
        return int(t)
for s in ("1 + 2 * 3", "(1 + 2) * 3", "10 / 4 - 1", "- (2 + 3) * 2", "2 * (3 + (4 - 1)) / 3"):
    print(s, "=", Parser(s).expr())
