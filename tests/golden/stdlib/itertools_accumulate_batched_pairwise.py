"""accumulate, batched, pairwise and chain: arguments, laziness and errors."""
import itertools as it
import operator


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([], initial=5)), list(it.accumulate("abc")), list(it.accumulate([1, 2, 3], operator.mul, initial=None)), list(it.accumulate([])))
print(list(it.batched("abcdefg", 3)), list(it.batched("", 2)), list(it.pairwise("abcd")), list(it.pairwise("a")), list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", "c"])), list(it.chain()))
for bad in ((lambda: it.accumulate(5)), (lambda: it.accumulate()), (lambda: list(it.accumulate([1, "a"]))), (lambda: list(it.accumulate([1, 2], 5))), (lambda: it.batched("abc", 0)), (lambda: it.batched("abc", -1)), (lambda: it.batched("abc")), (lambda: list(it.batched("abcde", 2, strict=True))), (lambda: list(it.batched("abcd", 2, strict=True))), (lambda: it.batched(5, 1)), (lambda: it.pairwise(5)), (lambda: it.pairwise()), (lambda: list(it.chain(5))), (lambda: list(it.chain.from_iterable([5]))),
            (lambda: it.chain.from_iterable(5)), (lambda: it.batched("a", "b")), (lambda: list(it.accumulate([1, 2], func=operator.sub))), (lambda: it.accumulate([1], wrong=1)), (lambda: next(it.chain())), (lambda: it.chain(x=1))):
    attempt(bad)
def noisy():
    for i in range(3):
        print("make", i, end=" ")
        yield i


p = it.pairwise(noisy())
print(next(p), next(p))
b = it.batched(noisy(), 2)
print(next(b))
