import collections
import functools
import math
import operator
from itertools import (accumulate, batched, chain, combinations, compress, count, cycle, filterfalse, groupby, islice,
                       pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)


def take(n, iterable):
    return list(islice(iterable, n))


def tail(n, iterable):
    return iter(collections.deque(iterable, maxlen=n))


def consume(iterator, n=None):
    if n is None:
        collections.deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)


def all_equal(iterable, key=None):
    return len(take(2, groupby(iterable, key))) <= 1


def sliding_window(iterable, n):
    it = iter(iterable)
    window = collections.deque(islice(it, n - 1), maxlen=n)
    for x in it:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        yield from map(next, iterators)


def partition(predicate, iterable):
    t1, t2, p = tee(iterable, 2) + (None,)
    p1, p2 = tee(map(predicate, t1))
    return compress(t2, map(operator.not_, p1)), compress(iterable, p2)


def subslices(seq):
    slices = starmap(slice, combinations(range(len(seq) + 1), 2))
    return map(operator.getitem, repeat(seq), slices)


def unique_everseen(iterable, key=None):
    seen = set()
    for element in filterfalse(seen.__contains__, iterable) if key is None else iterable:
        k = element if key is None else key(element)
        if k not in seen:
            seen.add(k)
            yield element


def unique_justseen(iterable, key=None):
    return map(next, map(operator.itemgetter(1), groupby(iterable, key)))


def iter_except(func, exception, first=None):
    try:
        if first is not None:
            yield first()
        while True:
            yield func()
    except exception:
        pass


def powerset(iterable):
    s = list(iterable)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))


def sum_of_squares(it):
    return math.sumprod(*tee(it))


def transpose(matrix):
    return zip(*matrix, strict=True)


def matmul(m1, m2):
    n = len(m2[0])
    return batched(starmap(math.sumprod, product(m1, transpose(m2))), n)


def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]
    n = len(kernel)
    padded = chain(repeat(0, n - 1), signal, repeat(0, n - 1))
    return map(math.sumprod, repeat(kernel), sliding_window(padded, n))


def polynomial_from_roots(roots):
    factors = zip(repeat(1), map(operator.neg, roots))
    return list(functools.reduce(convolve, factors, [1]))


def sieve(n):
    if n > 2:
        yield 2
    data = bytearray((0, 1)) * (n // 2)
    for p in iter_index(data, 1, start=3, stop=math.isqrt(n) + 1):
        data[p * p:n:p + p] = bytes(len(range(p * p, n, p + p)))
    yield from iter_index(data, 1, start=3)


def iter_index(iterable, value, start=0, stop=None):
    stop = len(iterable) if stop is None else stop
    i = start
    try:
        while True:
            yield (i := iterable.index(value, i, stop))
            i += 1
    except ValueError:
        pass


def factor(n):
    for prime in sieve(math.isqrt(n) + 1):
        while not n % prime:
            yield prime
            n //= prime
            if n == 1:
                return
    if n > 1:
        yield n


print(take(3, count(7)), list(tail(2, "abcd")))
it = iter(range(8))
consume(it, 3)
print(next(it), consume(it), list(it))
print(all_equal("4٤௪౪໔", key=int), all_equal([]), all_equal([1, 2]))
print(["".join(w) for w in sliding_window("ABCDEFG", 4)], list(roundrobin("ABC", "D", "EF")))
even, odd = partition(lambda x: x % 2, list(range(8)))
print(list(even), list(odd), ["".join(s) for s in subslices("ABC")])
print("".join(unique_everseen("AAAABBBCCDAABBB")), "".join(unique_everseen("ABBcCAD", str.casefold)),
      "".join(unique_justseen("ABBcCAD", str.casefold)))
stack = [1, 2, 3]
print(list(iter_except(stack.pop, IndexError)), list(powerset([1, 2, 3])))
print(sum_of_squares([10, 20, 30]), list(transpose([(1, 2, 3), (11, 22, 33)])))
print(list(matmul([(7, 5), (3, 5)], [(2, 5), (7, 9)])), polynomial_from_roots([5, -4, 3]))
print(list(sieve(60)), list(factor(1_000_000_007 * 2 * 2 * 3)) if False else list(factor(99953 * 12)))
print(list(takewhile(lambda x: x < 5, accumulate(count(1)))), ["".join(p) for p in pairwise("ABCD")],
      len(list(permutations("abcd", 2))), list(zip_longest("ab", "c")))
try:
    list(transpose([(1, 2), (1,)]))
except ValueError as error:
    print(error)
