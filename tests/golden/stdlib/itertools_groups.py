from itertools import groupby

for key, group in groupby("AAAABBBCCD"):
    print(key, list(group), end=" ")
print()
print([(k, len(list(g))) for k, g in groupby([1, 1.0, True, 2])], [k for k, g in groupby([])], {k: list(g) for k, g in groupby(range(6), lambda n: n // 4)})
groups = groupby("aab")
first, early = next(groups)
second, late = next(groups)
print(list(early), list(late), next(groups, "end"))
saved = [group for _, group in groupby("aabb")]
print([list(group) for group in saved])
for call in (lambda: groupby(), lambda: groupby(5), lambda: list(groupby("a", 5)), lambda: groupby("a", key=len, other=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Never:
    def __eq__(self, other):
        raise ArithmeticError("compared")


try:
    list(groupby([Never(), Never()]))
except ArithmeticError as error:
    print(error)
