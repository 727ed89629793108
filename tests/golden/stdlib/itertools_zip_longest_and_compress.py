import itertools

zl = itertools.zip_longest
print(list(zl("ABCD", "xy", fillvalue="-")), list(zl("ab", [], "xyz")), list(zl()), list(zl([])), list(zl([1])))
try:
    zl("a", fill=1)
except TypeError as error:
    print(error)
try:
    zl("a", 5)
except TypeError as error:
    print(error)


def counting(n, log):
    for i in range(n):
        log.append((n, i))
        yield i
    log.append((n, "end"))


log = []
print(list(zl(counting(2, log), counting(3, log))), log)
print("".join(itertools.compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(itertools.compress("ABC", [1])))
print(list(itertools.compress(data="ab", selectors=iter([[], "x"]))))
a = iter("abcd")
print(list(itertools.compress(a, [1, 0])), list(a))


class NoTruth:
    def __bool__(self):
        raise ArithmeticError("no truth")


try:
    list(itertools.compress("abc", [1, NoTruth()]))
except ArithmeticError as error:
    print(error)
print(list(itertools.starmap(pow, [(2, 5), [3, 2], iter((10, 3))])), list(itertools.starmap(lambda *a: a, ["ab", {}])))
try:
    list(itertools.starmap(pow, [5]))
except TypeError as error:
    print(error)
print(list(itertools.chain.from_iterable(["ab", [1], {}])), list(itertools.chain("a", (), range(2))))
chain = itertools.chain("ab", 5, "c")
print(next(chain), next(chain))
for _ in range(2):
    try:
        print(next(chain))
    except (TypeError, StopIteration) as error:
        print(repr(error))
