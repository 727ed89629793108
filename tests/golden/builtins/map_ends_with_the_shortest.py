print(list(map(lambda *pair: pair, "abc", [1, 2], range(5))))
left, right = iter("abcd"), iter("xy")
print(list(map(str.__add__, left, right)), list(left), list(right))
print(list(map(int, ["1", "2"])), next(map(print, []), "nothing printed"))
mapping = map(int, ["1", "x", "3"])
print(next(mapping))
try:
    next(mapping)
except ValueError as error:
    print(error)
print(next(mapping), next(mapping, "end"))
for arguments in ((), (int,), (int, 1), (None, [1])):
    try:
        print(list(map(*arguments)))
    except TypeError as error:
        print(error)
try:
    map(int, "1", strict=True)
except TypeError as error:
    print(error)
