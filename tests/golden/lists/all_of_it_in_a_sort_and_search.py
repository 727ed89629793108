import bisect
l = [5, 3, 9, 1]
l.sort()
bisect.insort(l, 4)
print(l, l.index(9), l[bisect.bisect(l, 4):], sorted(l, key=lambda x: (x % 2, -x)), l[::-2], min(l), max(l), sum(l) / len(l))
l[1:1] = l[:2]
del l[::3]
print(l, [x for x in l if l.count(x) == 1], list(dict.fromkeys(l)), l == sorted(l), [*map(lambda a, b: b - a, l, l[1:])])
while l: print(l.pop(len(l) // 2), end=" ")
print(l or "empty")
