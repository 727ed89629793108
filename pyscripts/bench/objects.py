"""Making objects and letting them go: instances, tuples, linked nodes, unpacking."""
from timing import bench


class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


def make_instances():
    for i in range(100_000):
        node = Node(i, None)
    return node.value


def linked_list():
    head = None
    for i in range(50_000):
        head = Node(i, head)
    total = 0
    while head is not None:
        total += head.value
        head = head.following
    return total


def pack_and_unpack():
    a, b, c = 1, 2, 3
    for _ in range(200_000):
        a, b, c = b, c, a
    return a + b + c


def small_tuples():
    total = 0
    for i in range(200_000):
        pair = (i, 1)
        total += pair[1]
    return total


bench(make_instances, 99_999)
bench(linked_list, 1_249_975_000)
bench(pack_and_unpack, 6)
bench(small_tuples, 200_000)
