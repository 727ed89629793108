class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), max(It(5)), [*It(2)], dict(zip("ab", It(2))))
a, b = It(2)
print(a, b, 1 in It(3), tuple(It(0)))
class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 5 in Seq())
class Bad:
    def __iter__(self): return 5
for x in (Bad(), 5, object):
    try:
        iter(x)
    except TypeError as e:
        print(e)
class NotIter:
    __iter__ = None
try:
    list(NotIter())
except TypeError as e:
    print(e)
