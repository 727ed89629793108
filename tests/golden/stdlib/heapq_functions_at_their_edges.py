"""heappush to merge: small heaps, ties, keys, errors, and invariants."""
import heapq


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

h = []
for x in (5, 1, 4, 1, 3):
    heapq.heappush(h, x)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h, heapq.nsmallest(2, h), heapq.nlargest(2, h))
x = [9, 8, 7, 6, 5]
heapq.heapify(x)
print(x, [heapq.heappop(x) for _ in range(5)])
print(heapq.nsmallest(0, [1]), heapq.nsmallest(-1, [1]), heapq.nlargest(10, [1, 2]), heapq.nsmallest(2, "hello", key=lambda c: -ord(c)), heapq.nlargest(1, [(1, "b"), (1, "a")]), heapq.nsmallest(3, iter([3, 1, 2])), list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("ace", "bd", reverse=False)), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["aa", "b"], ["c"], key=len)), list(heapq.merge()))
for bad in ((lambda: heapq.heappop([])), (lambda: heapq.heapreplace([], 1)), (lambda: heapq.heappushpop([], 1)), (lambda: heapq.heappush((), 1)), (lambda: heapq.heapify(5)), (lambda: heapq.heapify([1, "a"])), (lambda: heapq.heappush([1], "a")), (lambda: heapq.nlargest(2, [1, "a"])), (lambda: list(heapq.merge([1], ["a"]))), (lambda: heapq.heappush([])), (lambda: heapq.nsmallest(1, 5)), (lambda: heapq.nsmallest(2, [1j, 2j])), (lambda: list(heapq.merge(5)))):
    attempt(bad)


class Task:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return f"{self.n}{self.p}"


t = [Task(2, "a"), Task(1, "b"), Task(2, "c")]
heapq.heapify(t)
print(t, heapq.nsmallest(2, t), heapq.heappop(t))
