import heapq
from collections import Counter
from functools import total_ordering


@total_ordering
class Tree:
    def __init__(self, weight, symbol=None, left=None, right=None):
        self.weight, self.symbol, self.left, self.right = weight, symbol, left, right
        self.smallest = symbol if symbol is not None else min(left.smallest, right.smallest)

    def __lt__(self, other):
        return (self.weight, self.smallest) < (other.weight, other.smallest)

    def __eq__(self, other):
        return (self.weight, self.smallest) == (other.weight, other.smallest)

    def codes(self, prefix=""):
        if self.symbol is not None:
            yield self.symbol, prefix or "0"
        else:
            yield from self.left.codes(prefix + "0")
            yield from self.right.codes(prefix + "1")


def build(text):
    heap = [Tree(n, s) for s, n in Counter(text).items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Tree(a.weight + b.weight, None, a, b))
    return heap[0]


def encode(text, codes):
    bits = "".join(codes[c] for c in text)
    return int("1" + bits, 2).to_bytes((len(bits) + 8) // 8, "big")


def decode(data, tree):
    bits = bin(int.from_bytes(data, "big"))[3:]
    out, node = [], tree
    for bit in bits:
        if node.symbol is None:
            node = node.right if bit == "1" else node.left
        if node.symbol is not None:
            out.append(node.symbol)
            node = tree
    return "".join(out)


for text in ("abracadabra", "aaaa", "the quick brown fox jumps over the lazy dog", "ééèa" * 50, "ab"):
    tree = build(text)
    codes = dict(tree.codes())
    data = encode(text, codes)
    back = decode(data, tree)
    size = len(text.encode())
    print(f"{text[:12]!r:16} {size:4} -> {len(data):4} {len(data) / size:6.1%} ok={back == text}",
          dict(sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1]))[:4]), data[:6].hex(" "))
try:
    build("")
except IndexError as error:
    print(error)
print(max([Tree(2, "b"), Tree(2, "a"), Tree(1, "z")]).symbol, Tree(1, "a") <= Tree(1, "a"), Tree(1, "a") == Tree(1, "a"))
