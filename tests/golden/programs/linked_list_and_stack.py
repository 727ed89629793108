class Node:
    __slots__ = ("value", "next")
    def __init__(self, value, next=None):
        self.value, self.next = value, next
class Linked:
    def __init__(self, items=()):
        self.head = None
        for i in reversed(list(items)):
            self.push(i)
    def push(self, v):
        self.head = Node(v, self.head)
    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        v, self.head = self.head.value, self.head.next
        return v
    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next
    def reverse(self):
        prev = None
        n = self.head
        while n:
            n.next, prev, n = prev, n, n.next
        self.head = prev
    def __len__(self):
        return sum(1 for _ in self)
    def __repr__(self):
        return f"Linked({list(self)})"
l = Linked("abc")
l.push("z")
l.reverse()
print(l, len(l), l.pop(), list(l), "a" in l)
try:
    Linked().pop()
except IndexError as e:
    print(e)
