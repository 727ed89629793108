class Tree:
    def __init__(self):
        self.root = None
    def insert(self, k):
        def go(n):
            if n is None:
                return [k, None, None]
            if k < n[0]:
                n[1] = go(n[1])
            elif k > n[0]:
                n[2] = go(n[2])
            return n
        self.root = go(self.root)
    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n[1])
                yield n[0]
                yield from walk(n[2])
        return walk(self.root)
    def height(self, n=...):
        n = self.root if n is ... else n
        return 0 if n is None else 1 + max(self.height(n[1]), self.height(n[2]))
t = Tree()
for k in [50, 30, 70, 20, 40, 60, 80, 30, 65]:
    t.insert(k)
print(list(t), t.height(), 65 in t, 66 in t)
