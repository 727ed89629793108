from itertools import accumulate, batched, chain, compress, cycle, dropwhile, filterfalse, islice, pairwise, starmap, takewhile, tee, zip_longest
import operator

print(list(batched("abcdefg", 3)), list(pairwise("abcd")), list(pairwise("a")), list(batched("abcd", 2, strict=True)))
print(list(accumulate([1, 2, 3], operator.mul)), list(accumulate([], initial=5)), list(accumulate("abc")), list(accumulate([3, 1, 2], max)))
print(list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(compress("abcd", [1, 0, 1])), list(islice(cycle("ab"), 5)))
print(list(dropwhile(str.isdigit, "12a3")), list(takewhile(str.isdigit, "12a3")), list(filterfalse(None, [0, 1, ""])), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("abc", [1], fillvalue="-")))
a, b = tee(iter("xyz"))
print(next(a), list(b), list(a))
print(list(islice("abcdef", 1, None, 2)), list(islice("abc", None)), list(islice("abc", 0)))
for call in (lambda: batched("a", 0), lambda: list(batched("abc", 2, strict=True)), lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: islice("a", "x"), lambda: tee("a", -1), lambda: chain(5).__next__(), lambda: list(starmap(pow, [5])), lambda: accumulate(), lambda: cycle(5), lambda: pairwise(5), lambda: zip_longest("a", fill=1), lambda: list(accumulate([1, "a"]))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
