import heapq
from fractions import Fraction

h = []
for x in (5, 1, 4, 1, 3):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nsmallest(2, h), heapq.nlargest(9, h))
print([heapq.heappop(h) for _ in range(len(h))], h)
for text in """
heapq.heappop([])
heapq.heapreplace([], 1)
heapq.heappush((1,), 2)
heapq.heapify((1, 2))
heapq.heappush([1], "a")
heapq.heappushpop([], 5), heapq.heappushpop([3], 5), heapq.heappushpop([7], 5)
heapq.nsmallest(0, [1]), heapq.nsmallest(-1, [1]), heapq.nlargest(1, []), heapq.nsmallest(1, [], default=3) if 0 else 0
heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(2, [(1, "a"), (1, "b"), (0, "z")], key=lambda p: p[0])
heapq.nlargest(1, 5)
list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge()), list(heapq.merge("ad", "bc"))
list(heapq.merge(["aa", "b"], ["ccc"], key=len)), list(heapq.merge([3, 1], [2])), list(heapq.merge([(1, {})], [(2, {})]))
list(heapq.merge([(1, {})], [(1, {})]))
list(heapq.merge([1], [2], key=len))
list(heapq.merge(5))
heapq.nsmallest(3, iter([Fraction(1, 2), 0.3, 1, -5])), heapq.nlargest(3, {3, 1, 2}), heapq.nsmallest(10, "hello")
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


class Item:
    def __init__(self, v, action=None):
        self.v, self.action = v, action

    def __lt__(self, other):
        if self.action:
            self.action()
        return self.v < other.v


heap = [Item(i) for i in range(8)]
heapq.heapify(heap)
heap[3].action = heap.clear
for function in (heapq.heappop, lambda h: heapq.heappush(h, Item(-1, heap.clear)), heapq.heapify):
    heap[:] = [Item(i) for i in range(8)]
    for item in heap:
        item.action = heap.clear
    try:
        function(heap)
        print("done", len(heap))
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)


def boom():
    raise ArithmeticError("compare")


heap = [Item(i, boom) for i in range(5)]
for function in (heapq.heapify, heapq.heappop, lambda h: heapq.nsmallest(2, h), lambda h: heapq.nlargest(2, h),
                 lambda h: list(heapq.merge(h, h)), lambda h: heapq.heappushpop(h, Item(9, boom))):
    try:
        function(list(heap))
    except ArithmeticError as error:
        print(error)
stable = [(1, "a"), (0, "b"), (1, "c"), (0, "d")]
print(heapq.nsmallest(3, stable, key=lambda p: p[0]), heapq.nlargest(3, stable, key=lambda p: p[0]),
      list(heapq.merge(stable[:1], stable[2:3], key=lambda p: p[0])))
