class Trie:
    __slots__ = ("children", "words")

    def __init__(self, words=()):
        self.children, self.words = {}, 0
        for word in words:
            self.add(word)

    def add(self, word):
        node = self
        for c in word:
            node = node.children.setdefault(c, Trie())
        node.words += 1

    def find(self, prefix):
        node = self
        for c in prefix:
            node = node.children.get(c)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        node = self.find(word)
        return node is not None and node.words > 0

    def __iter__(self):
        return self.walk("")

    def walk(self, prefix):
        if self.words:
            yield prefix, self.words
        for c in sorted(self.children):
            yield from self.children[c].walk(prefix + c)

    def complete(self, prefix, limit=3):
        node = self.find(prefix)
        found = sorted(node.walk(prefix), key=lambda p: (-p[1], p[0])) if node else []
        return [w for w, _ in found[:limit]]

    def __delitem__(self, word):
        path, node = [], self
        for c in word:
            path.append((node, c))
            try:
                node = node.children[c]
            except KeyError:
                raise KeyError(word) from None
        if not node.words:
            raise KeyError(word)
        node.words = 0
        for parent, c in reversed(path):
            if parent.children[c].words or parent.children[c].children:
                break
            del parent.children[c]

    def near(self, word, most):
        """Words within an edit distance, with one row of the table for each node."""
        def search(node, c, before, prefix):
            row = [before[0] + 1]
            for i, w in enumerate(word, 1):
                row.append(min(row[-1] + 1, before[i] + 1, before[i - 1] + (w != c)))
            if node.words and row[-1] <= most:
                yield prefix, row[-1]
            if min(row) <= most:
                for d, child in sorted(node.children.items()):
                    yield from search(child, d, row, prefix + d)
        first = range(len(word) + 1)
        for c, child in sorted(self.children.items()):
            yield from search(child, c, first, c)


t = Trie("car card care cart cat dog do car cat car über".split())
print(list(t), "car" in t, "ca" in t, t.complete("ca"), t.complete("z"), t.complete("", 2))
print(list(t.near("cart", 1)), list(t.near("dig", 1)), list(t.near("uber", 1)))
del t["card"]
print([w for w, _ in t], t.find("card"))
for bad in ("card", "ca", "xyz"):
    try:
        del t[bad]
    except KeyError as error:
        print("KeyError", error)
try:
    t.extra = 1
except AttributeError as error:
    print(error)
deep = Trie(["a" * 900])
print(len(next(iter(deep))[0]), "a" * 900 in deep)
