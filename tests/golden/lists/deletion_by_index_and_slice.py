"""del with indexes, slices and steps, and what happens to iterators and aliases."""
x = list(range(10))
it = iter(x)
next(it); next(it)
del x[0]
print(next(it), x)
del x[-1], x[0]
del x[1:3], x[::2]
print(x, list(it))
y = x
del x
print(y)
del y[:]
print(y)
for source in ("del [1, 2][5]", "del [1][-2]", "del [1]['a']", "del [1][1.0]", "del [1, 2, 3][0:2]", "del [1, 2, 3][::0]", "del [1][None]", "del (1, 2)[0]", "del [[1]][0][0]", "del []"):
    try:
        exec(source)
        print(source, "fine")
    except Exception as error:
        print(source, type(error).__name__, error)
