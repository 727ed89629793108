"""The update methods take any number of iterables; the operators one set only."""
s = set("abc")
s.update("cd", [1], {2: 3}, (x for x in "z"))
print(sorted(map(str, s)))
s.intersection_update("abcd", ["a", "b", 1])
print(sorted(s))
s.difference_update("a", ["q"])
s.symmetric_difference_update("bc")
print(s, s.union("x", "y") == {"c", "x", "y"}, s.intersection(), s.difference("c", "d"), {1, 2}.isdisjoint(()), {1}.issubset([1, 2]), {1, 2}.issuperset(iter([1])))
s.update()
s.intersection_update()
print(s)
for f in (lambda: s.update(1), lambda: s.symmetric_difference_update("a", "b"), lambda: s.symmetric_difference(), lambda: s.issubset(), lambda: s.issubset("a", "b"), lambda: s.update([[]]), lambda: s.intersection([[]]), lambda: s.difference([[]]), lambda: s.isdisjoint([[]])):
    try:
        print(f())
    except TypeError as error:
        print(error)
