import bisect
import heapq
import keyword
import reprlib
from collections import deque


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


data = [(i * 7919) % 101 for i in range(40)]
heap = data[:]
heapq.heapify(heap)
print(all(heap[k] <= heap[c] for k in range(40) for c in (2 * k + 1, 2 * k + 2) if c < 40))
heapq.heappush(heap, -1)
print(heapq.heappop(heap), heapq.heappushpop(heap, -5), heapq.heapreplace(heap, 200), [heapq.heappop(heap) for _ in range(5)])
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(1, data), heapq.nsmallest(0, data), heapq.nlargest(99, data) == sorted(data)[::-1])
print(heapq.nsmallest(2, iter(["ccc", "a", "bb"]), key=len), heapq.nlargest(2, (x for x in "abcd")), heapq.nsmallest(1, []), heapq.nlargest(2, [], key=len))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
print(heapq.nsmallest(3, [(1, "b"), (0, "z"), (1, "a"), (0, "y")], key=lambda pair: pair[0]))
show(lambda: heapq.heappop([]))
show(lambda: heapq.heapreplace([], 1))
show(lambda: heapq.heapify((1, 2)) if False else heapq.heappushpop([], 3))

a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect(a, 3, 0, 1))
bisect.insort(a, 4)
bisect.insort_left(a, 3.0)
print(a, bisect.bisect([("a", 1), ("b", 5)], 3, key=lambda pair: pair[1]))
people = [("x", 1), ("y", 4)]
bisect.insort(people, ("z", 2), key=lambda pair: pair[1])
print(people)
show(lambda: bisect.bisect(a, 1, -1))

print(keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist)

r = reprlib.Repr(maxlist=2, maxstring=12)
print(r.repr([1, 2, 3]), r.repr("x" * 50), r.repr({1: 2}), reprlib.repr(list(range(100))), reprlib.repr("abc" * 30), reprlib.repr({i: i for i in range(9)}))
print(reprlib.repr((1,)), reprlib.repr(set(range(9))), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10 ** 60), reprlib.repr(deque([1])), reprlib.repr(frozenset()))
print(reprlib.Repr(indent=2).repr([1, {"a": 2}]), reprlib.Repr(maxother=20).repr(range(10 ** 20, 10 ** 21)))


class Loop:
    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        return f"Loop({self!r})"


print(Loop(), Loop.__repr__.__name__)
