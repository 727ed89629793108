import copy
class P:
    def __init__(self, v): self.v = v
p = P([1, 2])
a, b = copy.copy(p), copy.deepcopy(p)
p.v.append(3)
print(a.v, b.v, a is p, type(b).__name__)
l = [1]; l.append(l)
d = copy.deepcopy(l)
print(d[1] is d, copy.copy((1, 2)), copy.deepcopy({"a": {1, 2}}), copy.copy(5), copy.deepcopy("s"))
class C:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(C()), copy.deepcopy([C()]))
s = [1, 2]
x = copy.deepcopy([s, s])
print(x[0] is x[1], x[0] is s, copy.copy(print) is print)
