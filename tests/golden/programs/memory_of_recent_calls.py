from collections import OrderedDict
class LRU:
    def __init__(self, size):
        self.size, self.d = size, OrderedDict()
        self.hits = self.misses = 0
    def __call__(self, f):
        def g(*a):
            if a in self.d:
                self.hits += 1
                self.d.move_to_end(a)
            else:
                self.misses += 1
                self.d[a] = f(*a)
                if len(self.d) > self.size:
                    self.d.popitem(last=False)
            return self.d[a]
        return g
lru = LRU(3)
@lru
def square(n):
    return n * n
print([square(n) for n in (1, 2, 3, 1, 4, 2, 1)], lru.hits, lru.misses, list(lru.d))
