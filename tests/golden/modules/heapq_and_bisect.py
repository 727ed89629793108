import heapq, bisect
h = [5, 3, 8, 1]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), [heapq.heappop(h) for _ in range(2)], heapq.heapreplace(h, 2), heapq.heappushpop(h, 1), heapq.nlargest(2, [4, 9, 2]), heapq.nsmallest(2, "hello"), list(heapq.merge([1, 4], [2, 3])), heapq.nlargest(1, ["aa", "b"], key=len))
l = [1, 3, 3, 5]
print(bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 0), bisect.bisect_left(l, 9))
bisect.insort(l, 4)
print(l, bisect.bisect_left([("a", 1), ("b", 2)], 2, key=lambda p: p[1]))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
