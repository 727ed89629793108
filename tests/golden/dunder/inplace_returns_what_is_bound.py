class A:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
    def __isub__(self, o): return None
    def __imatmul__(self, o): return self.log
    def __ilshift__(self, o): print("<<=", o); return self
a = A()
b = a
a += 1
a <<= "x"
print(a is b, b.log)
a @= 5
print(a, b.log is a)
b -= 1
print(b)
t = ([],)
try:
    t[0].append(1)
    t[0] += [2]
except TypeError as e:
    print(e, t)
class Holder: pass
h = Holder()
h.x = A()
x = h.x
h.x += 7
print(h.x is x, h.x.log)
