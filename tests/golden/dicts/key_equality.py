d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], 1.0 in d, {0: "a", False: "b", 0.0: "c", -0.0: "d"}, {"1": 1, 1: 2}, {(1, 2): 3}[(1.0, 2)])
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f"K{self.n}"
d = {K(i): i for i in range(5)}
print(d[K(3)], len(d), K(9) in d, d.pop(K(2)), d)
nan = float("nan")
print({nan: 1}[nan], nan in {nan}, [nan].index(nan))
for k in ([], {}, set(), [1], bytearray()):
    try:
        hash(k)
    except TypeError as e:
        print(e)
