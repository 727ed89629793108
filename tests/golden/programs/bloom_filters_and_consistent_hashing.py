import hashlib
from bisect import bisect, insort
from collections import Counter
from math import ceil, log


class Bloom:
    def __init__(self, n, error):
        self.size = ceil(-n * log(error) / log(2) ** 2)
        self.hashes = round(self.size / n * log(2))
        self.bits = bytearray(-(-self.size // 8))

    def places(self, item):
        digest = hashlib.sha256(repr(item).encode()).digest()
        a, b = int.from_bytes(digest[:8], "big"), int.from_bytes(digest[8:16], "little")
        for i in range(self.hashes):
            yield divmod((a + i * b) % self.size, 8)

    def add(self, item):
        for byte, bit in self.places(item):
            self.bits[byte] |= 1 << bit

    def __contains__(self, item):
        return all(self.bits[byte] >> bit & 1 for byte, bit in self.places(item))

    def __or__(self, other):
        if (self.size, self.hashes) != (other.size, other.hashes):
            raise ValueError("different filters")
        made = object.__new__(Bloom)
        made.__dict__.update(self.__dict__, bits=bytearray(a | b for a, b in zip(self.bits, other.bits)))
        return made


f = Bloom(500, 0.01)
for i in range(500):
    f.add(i)
wrong = sum(i in f for i in range(500, 5500))
print(f.size, f.hashes, len(f.bits), all(i in f for i in range(500)), wrong, int.from_bytes(f.bits).bit_count())
g = Bloom(500, 0.01)
g.add("word")
print("word" in g, "word" in f, "word" in (f | g), 499 in (f | g), b"word" in g)
try:
    f | Bloom(5, 0.1)
except ValueError as error:
    print(error)


class Ring:
    def __init__(self, nodes=(), copies=40):
        self.copies, self.points, self.owners = copies, [], {}
        for n in nodes:
            self.add(n)

    @staticmethod
    def point(key):
        return int(hashlib.md5(key.encode()).hexdigest()[:8], 16)

    def add(self, node):
        for i in range(self.copies):
            p = self.point(f"{node}#{i}")
            insort(self.points, p)
            self.owners[p] = node

    def remove(self, node):
        gone = {p for p, n in self.owners.items() if n == node}
        if not gone:
            raise KeyError(node)
        self.points = [p for p in self.points if p not in gone]
        for p in gone:
            del self.owners[p]

    def __getitem__(self, key):
        if not self.points:
            raise LookupError("no nodes")
        return self.owners[self.points[bisect(self.points, self.point(key)) % len(self.points)]]


ring = Ring("abc")
keys = [f"key {i}" for i in range(600)]
before = {k: ring[k] for k in keys}
print(sorted(Counter(before.values()).items()))
ring.add("d")
after = {k: ring[k] for k in keys}
moved = [k for k in keys if before[k] != after[k]]
print(len(moved), {after[k] for k in moved}, sorted(Counter(after.values()).items()))
ring.remove("d")
print(all(ring[k] == before[k] for k in keys), len(ring.points))
for bad in (lambda: ring.remove("zz"), lambda: Ring()["x"]):
    try:
        bad()
    except LookupError as error:
        print(type(error).__name__, error)


class Merkle:
    def __init__(self, leaves):
        level = [hashlib.sha1(b"leaf" + leaf).digest() for leaf in leaves]
        self.levels = [level]
        while len(level) > 1:
            if len(level) % 2:
                level = level + level[-1:]
            level = [hashlib.sha1(b"node" + a + b).digest() for a, b in zip(level[::2], level[1::2])]
            self.levels.append(level)

    root = property(lambda self: self.levels[-1][0].hex())

    def proof(self, i):
        for level in self.levels[:-1]:
            j = i ^ 1
            yield i & 1, level[j] if j < len(level) else level[i]
            i >>= 1


def verify(leaf, proof, root):
    h = hashlib.sha1(b"leaf" + leaf).digest()
    for right, other in proof:
        h = hashlib.sha1(b"node" + (other + h if right else h + other)).digest()
    return h.hex() == root


leaves = [bytes([65 + i]) * (i + 1) for i in range(11)]
tree = Merkle(leaves)
print(tree.root, [len(x) for x in tree.levels], all(verify(leaf, tree.proof(i), tree.root) for i, leaf in enumerate(leaves)), verify(b"forged", tree.proof(3), tree.root))
