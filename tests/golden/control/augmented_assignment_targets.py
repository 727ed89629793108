"""Each target of an augmented assignment is evaluated once; the object decides what is bound."""
log = []


class Box:
    def __init__(self): self.v = 1
    def __getitem__(self, k): log.append(f"get {k}"); return 10
    def __setitem__(self, k, v): log.append(f"set {k} {v}")
    def __getattr__(self, n): log.append(f"getattr {n}"); return 5
    def __setattr__(self, n, v): log.append(f"setattr {n} {v}"); object.__setattr__(self, n, v)


def box(): log.append("box"); return b
def key(): log.append("key"); return "k"


b = Box()
box()[key()] += 1
box().attr -= 2
box().v *= 3
b[1:2] |= 5
b[1, 2] <<= 1
print(log)
x = y = [1]
x += (2,)
print(y, x is y)
x = y = (1,)
x += (2,)
print(y, x)
x = y = "a"
x *= 3
s = t = {1}
s |= {2}
print(x, y, s is t, t)
n = 7
n //= 2; n **= 3; n %= 10; n <<= 2; n >>= 1; n ^= 5; n &= 12; n |= 1; n /= 2; n @= 1 if False else __import__("types").SimpleNamespace() if False else n if False else 1 if False else 2 if False else type("R", (), {"__rmatmul__": lambda s, o: o + 0.5})()
print(n)
for source in ("u += 1", "1 += 1", "x, y += 1", "(x) += 1", "[x] += 1", "f() += 1", "x += y += 1", "x += *y", "x += 1, 2", "x += yield", "x: int += 1", "x + = 1", "x =+ 1", "x += lambda: 1", "(x, y) += 1", "x.y.z += 1", "x[0][1] += 1", "None += 1", "x += (y := 1)", "x += y := 1", "x += y = 1", "-x += 1", "x += ", "global x += 1", "x if y else z += 1", "*x += 1", "'a' += 'b'", "x <>= 1", "x and= 1", "x ??= 1"):
    try:
        compile(source, "", "exec")
        print(source, "| fine")
    except SyntaxError as error:
        print(source, "|", error.msg)
