class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None


class LRUCache:
    """A dict of nodes in a ring; the ring's root has the newest after it."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(f"capacity must be positive, not {capacity}")
        self.capacity = capacity
        self.nodes = {}
        self.root = Node()
        self.root.prev = self.root.next = self.root
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _link(self, node):
        first = self.root.next
        node.prev, node.next = self.root, first
        self.root.next = first.prev = node

    def __getitem__(self, key):
        try:
            node = self.nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._link(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self.nodes:
            self.nodes[key].value = value
            self[key]
            return
        if len(self.nodes) >= self.capacity:
            oldest = self.root.prev
            self._unlink(oldest)
            del self.nodes[oldest.key]
        node = self.nodes[key] = Node(key, value)
        self._link(node)

    def __delitem__(self, key):
        self._unlink(self.nodes.pop(key))

    def __iter__(self):
        node = self.root.next
        while node is not self.root:
            yield node.key
            node = node.next

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __repr__(self):
        inside = ", ".join(f"{k!r}: {self.nodes[k].value!r}" for k in self)
        return f"{type(self).__name__}({{{inside}}}, {self.capacity})"


cache = LRUCache(3)
for i, word in enumerate("one two three four".split()):
    cache[word] = i
print(cache, len(cache), "one" in cache)
print(cache.get("two"), cache.get("one", "gone"), list(cache))
cache["five"] = 5
cache["two"] = 22
print(cache, cache.hits, cache.misses)
del cache["two"]
try:
    cache["two"]
except KeyError as error:
    print("KeyError", error)
try:
    LRUCache(0)
except ValueError as error:
    print(error)
for i in range(10000):
    cache[i % 7] = i
print(list(cache), cache.hits, cache.misses)
