class Old:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Old(self.v + o)
    def __iadd__(self, o): return NotImplemented
class Right:
    def __radd__(self, o): return f"radd {o}"
o = Old(1)
o += 5
print(o.v)
x = 5
x += Right()
print(x)
class In:
    def __iadd__(self, o): return "anything"
i = In()
i += 1
print(i)
class Neither:
    __iadd__ = None
    def __add__(self, o): return "add"
n = Neither()
for operation in ("n += 1", "n -= 1", "x @= 1", "[1] < 1", "l += 1", "l -= 1", "l *= 'x'", "t += [1]", "s |= [1]", "d |= 5", "x **= []", "x //= None"):
    try:
        exec(operation, {"n": n, "x": 1, "l": [1], "t": (), "s": {1}, "d": {}})
    except TypeError as e:
        print(operation, "->", e)
