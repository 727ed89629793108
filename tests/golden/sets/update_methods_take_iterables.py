s = {1, 2, 3}
s.update([4], (5,), "a", {"k": 0})
print(sorted(s, key=str), s.update(), len(s))
s = {1, 2, 3, 4, 5}
s.intersection_update([1, 2, 3], range(2, 9))
print(s)
s.difference_update([3], {9})
s.symmetric_difference_update([2, 7, 7])
print(s, {1, 2}.union(), {1, 2}.union([3], "a") == {1, 2, 3, "a"}, {1, 2}.intersection(), {1, 2}.difference([1], [2]), {1}.symmetric_difference("a") == {1, "a"})
s |= {1}
s &= {1, 7}
s -= {7}
s ^= {1, 2}
print(s)
for call in (lambda: s.update(1), lambda: s.update([[]]), lambda: s | [1], lambda: s & "a", lambda: s.__ior__([1]), lambda: s.union(None), lambda: s.symmetric_difference(), lambda: s - 1, lambda: s < [1], lambda: s.symmetric_difference_update(1, 2)):
    try:
        print(call())
    except TypeError as error:
        print(error)
