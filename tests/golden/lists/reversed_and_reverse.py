"""reverse works in place, reversed gives a lazy iterator that follows the list."""
x = [1, 2, 3, 4]
r = reversed(x)
print(next(r), r.__length_hint__())
x.append(5)
print(next(r))
x.clear()
print(list(r), list(r), r.__length_hint__())
x[:] = "abc"
print(x.reverse(), x, x[::-1], list(reversed(x)), [*reversed([])], list(reversed((1, 2))), "".join(reversed("abc")), list(reversed(range(3))), list(reversed(b"ab")))
r = reversed([1, 2, 3])
next(r)
print(r.__reduce__()[1:], r.__setstate__(0), list(r))
