import heapq

heap = [5, 1, 4, 2]
heapq.heapify(heap)
print(heap[0], heapq.heappushpop(heap, 3), heapq.heapreplace(heap, 0), heapq.heappop(heap), sorted(heap), heapq.heappushpop([], 7))
print(heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, "banana"), heapq.nlargest(10, [1]), heapq.nsmallest(0, [1]), heapq.nlargest(2, ["aa", "b", "cccc"], key=len), heapq.nsmallest(-1, [1]), heapq.nlargest(1, [], key=len))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
heap = []
for word in ("pear", "fig", "apple"):
    heapq.heappush(heap, (len(word), word))
print([heapq.heappop(heap)[1] for _ in range(3)])
for call in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heapify("abc"), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify([1, "a", 2]), lambda: list(heapq.merge([1], ["a"])), lambda: heapq.heappush([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
