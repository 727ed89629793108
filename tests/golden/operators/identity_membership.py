a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a is not c, a == c, None is None)
print(1 in a, 5 not in a, "b" in "abc", "" in "abc", 2 in {2: 3}, (1, 2) in [(1, 2)])
nan = float("nan")
print(nan == nan, nan in [nan], nan != nan, [nan] == [nan])
try:
    1 in 5
except TypeError as e:
    print(e)
try:
    5 in "abc"
except TypeError as e:
    print(e)
