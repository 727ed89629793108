class Never:
    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented

    def __add__(self, other):
        return NotImplemented

    def __iadd__(self, other):
        return NotImplemented

    def __contains__(self, item):
        return False


n = Never()
print(n == n, n == Never(), n != n, n == 1, n in [n], Never.__eq__(n, 1), n.__ne__(1), object.__eq__(n, n), object.__eq__(n, 1))
for call in (lambda: n < n, lambda: n < 1, lambda: n + 1, lambda: n + n, lambda: 1 + n, lambda: exec("n += 1", {"n": n}), lambda: sorted([n, n])):
    try:
        print(call())
    except TypeError as error:
        print(error)
