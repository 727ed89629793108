class Node:
    def __init__(self, next=None):
        self.next = next


def chained(make):
    value = None
    for _ in range(200_000):
        value = make(value)
    return value


for make in (Node, lambda v: [v], lambda v: (v,), lambda v: {"k": v}, lambda v: {0: [v]}, lambda v: (lambda: v)):
    value = chained(make)
    del value
    print("gone")
import itertools

iterator = iter([])
for _ in range(2000):
    iterator = itertools.chain(iterator, [1])
del iterator


def nested(n):
    inner = nested(n - 1) if n else []
    yield from inner


walk = nested(500)
print(list(walk))
