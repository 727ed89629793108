class A:
    def __init__(self, name): self.name = name
    def ask(op):
        def method(self, other):
            print(self.name, op, getattr(other, "name", other))
            return NotImplemented
        return method
    __lt__, __le__, __gt__ = ask("<"), ask("<="), ask(">")
    __ge__, __eq__, __ne__ = ask(">="), ask("=="), ask("!=")
class Sub(A):
    def __lt__(self, other): print("Sub <"); return NotImplemented
    def __gt__(self, other): print("Sub >"); return "sub's answer"
a, b, s = A("a"), A("b"), Sub("s")
for f in (lambda: a < b, lambda: a <= b, lambda: a > 5, lambda: a >= b):
    try:
        f()
    except TypeError as e:
        print(e)
print(a == b, a != b, a == a, a != a)
print(a < s)
print(5 == a)
