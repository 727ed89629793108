"""A doubly linked list with weak back references, an LRU cache on it, and its statistics."""
import gc
import weakref


class Node:
    __slots__ = ("key", "value", "next", "_prev", "__weakref__")

    def __init__(self, key=None, value=None):
        self.key, self.value, self.next, self._prev = key, value, None, None

    @property
    def prev(self):
        return self._prev() if self._prev else None

    @prev.setter
    def prev(self, node):
        self._prev = node and weakref.ref(node)


class LRU:
    def __init__(self, size):
        if size < 1:
            raise ValueError("size must be positive")
        self.size, self.table = size, {}
        self.head, self.tail = Node("head"), Node("tail")
        self.head.next, self.tail.prev = self.tail, self.head
        self.hits = self.misses = 0

    def _unlink(self, node):
        before, after = node.prev, node.next
        before.next, after.prev = after, before

    def _push(self, node):
        first = self.head.next
        node.prev, node.next, first.prev, self.head.next = self.head, first, node, node

    def __getitem__(self, key):
        try:
            node = self.table[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self.table:
            self._unlink(self.table[key])
        elif len(self.table) == self.size:
            last = self.tail.prev
            self._unlink(last)
            del self.table[last.key]
        node = self.table[key] = Node(key, value)
        self._push(node)

    def __delitem__(self, key):
        self._unlink(self.table.pop(key))

    def __iter__(self):
        node = self.head.next
        while node is not self.tail:
            yield node.key
            node = node.next

    def __len__(self): return len(self.table)
    def __contains__(self, key): return key in self.table
    def __repr__(self): return f"LRU({', '.join(f'{k}={self.table[k].value}' for k in self)})"

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default


cache = LRU(3)
for word in "the quick brown the fox the quick dog".split():
    cache[word] = cache.get(word, 0) + 1
    print(cache)
print(len(cache), "dog" in cache, list(cache), cache.hits, cache.misses)
del cache["quick"]
print(cache)
try:
    cache["nope"]
except KeyError as error:
    print(repr(error))
try:
    LRU(0)
except ValueError as error:
    print(error)
ref = weakref.ref(cache.head.next)
print(ref().key)
del cache
gc.collect()
print(ref())
