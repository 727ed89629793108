class A:
    def __eq__(self, other): return True
    def __hash__(self): return 1
    def m(self): pass
    n = m
a, b = A(), A()
print(a == b, a.m == b.m, a.m == a.m, a.m == a.n, a.m != b.m)
print(len({a.m, a.m, b.m}), [].append == [].append, "a".upper == "a".upper)
l = []
print(l.append == l.append, l.append is l.append, hash(l.append) == hash(l.append), l.append == l.extend)
