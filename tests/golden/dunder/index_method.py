class I:
    def __init__(self, r): self.r = r
    def __index__(self): return self.r
i = I(2)
print([1, 2, 3][i], "abc"[i], (1, 2, 3)[i:], range(i), hex(i), bin(I(-5)), oct(i), int(i), float(i), complex(i), chr(I(65)), bytes(i), "ab" * i, [0] * i)
print(round(1.2345, i), pow(2, 3), divmod(7, 2), "%x" % I(255), slice(i).indices(5), 1 << int(i))
print([1, 2, 3].index(3, i), "abcabc".find("a", i), list(range(10))[I(1):I(8):I(3)])
for r in ("2", 2.0, None):
    for f in (lambda x: [1][x], lambda x: range(x), lambda x: hex(x), lambda x: int(x), lambda x: "a" * x):
        try:
            f(I(r))
        except TypeError as e:
            print(e)
print([1, 2][I(True)])
