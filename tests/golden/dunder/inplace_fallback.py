class A:
    def __init__(self): self.log = []
    def __iadd__(self, o):
        self.log.append(o)
        return self
    def __sub__(self, o): return f"sub {o}"
a = b = A()
a += 1
a += 2
print(a is b, a.log)
a -= 3
print(a, b.log)
class R:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "add"
r = R()
r += 1
print(r)
try:
    x = object()
    x += 1
except TypeError as e:
    print(e)
