print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", [1, 2], strict=True)), list(zip(strict=True)))
left, right = iter("abcd"), iter([1, 2])
print(list(zip(left, right)), list(left))
for columns in (("abc", "ab"), ("ab", "abc"), ("ab", "ab", "a"), ("a", "a", "ab"), ("", "a"), ("a", "", "")):
    try:
        print(list(zip(*columns, strict=True)))
    except ValueError as error:
        print(error)
rows = [(1, 2, 3), (4, 5, 6)]
print(list(zip(*rows)), list(zip(*zip(*rows))) == rows)
for arguments in ((1,), ("a", 1), ("a", None)):
    try:
        zip(*arguments)
    except TypeError as error:
        print(error)
try:
    zip("a", other=1)
except TypeError as error:
    print(error)
pairs = iter(range(6))
print(list(zip(pairs, pairs)), list(zip(*[iter("abcdefg")] * 3)))
