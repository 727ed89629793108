# Endless recursion and endless requests are exceptions, whatever leads there.
def t(f, *a):
    try: return repr(f(*a))[:60]
    except BaseException as e: return type(e).__name__
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __getitem__(self, i): return self[i]
    def __contains__(self, x): return x in self
    def __bool__(self): return bool(self)
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __lt__(self, o): return self < o
    def __index__(self): return [1][self]
    def __float__(self): return float(self)
    def __setattr__(self, n, v): setattr(self, n, v)
r = R()
print(t(repr, r), t(lambda: r == r), t(lambda: r == 1), t(hash, r), t(len, r), t(list, r), t(r), t(lambda: r + 1), t(lambda: r[0]),
      t(lambda: 1 in r), t(bool, r), t(str, r), t(format, r), t(lambda: r < r), t(lambda: [1][r]), t(float, r), t(setattr, r, 'a', 1))
print(t(lambda: r.foo), t(lambda: sorted([3, 1], key=lambda x: r())))
deep = []
for i in range(1000000): deep = [deep]
print(t(repr, deep), t(lambda: deep == [deep]))
class M(type):
    def __instancecheck__(c, o): return isinstance(o, c)
class Mm(metaclass=M): pass
print(t(isinstance, 1, Mm))
def g(): yield from g()
print(t(list, g()))
print(t(lambda: [0] * 10**12), t(lambda: 'x' * 10**13), t(lambda: b'x' * 10**14), t(lambda: (0,) * 10**15), t(lambda: bytearray(10**14)), t(lambda: 'a'.ljust(10**14)))
