class T:
    def __getattr__(self, n):
        raise AttributeError(n)
ops = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()
for op in ops:
    setattr(T, f"__{op}__", lambda self, o, op=op: f"{op}({o})")
    setattr(T, f"__r{op}__", lambda self, o, op=op: f"r{op}({o})")
t = T()
print(t + 1, t - 1, t * 1, t / 1, t // 1, t % 1, t ** 1, t << 1, t >> 1, t & 1, t | 1, t ^ 1, t @ 1)
print(1 + t, 1 - t, 1 * t, 1 / t, 1 // t, 1 % t, 1 ** t, 1 << t, 1 >> t, 1 & t, 1 | t, 1 ^ t, 1 @ t)
t += 1
print(t)
class D:
    def __divmod__(self, o): return "dm"
    def __rdivmod__(self, o): return "rdm"
    def __pow__(self, o, m=None): return ("pow", o, m)
print(divmod(D(), 1), divmod(1, D()), pow(D(), 2), pow(D(), 2, 3))
