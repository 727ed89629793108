"""Chained generators do their work one item at a time, only when asked."""
log = []
def source(n):
    for i in range(n):
        log.append(f"make {i}")
        yield i
def double(items):
    for i in items:
        log.append(f"double {i}")
        yield i * 2
def big(items): return (i for i in items if i > 2)


pipe = big(double(source(10)))
print(log, next(pipe), log)
print(next(pipe), len(log))
log.clear()
print(sum(big(double(source(3)))), log)
def take(n, items):
    for _, item in zip(range(n), items): yield item
def count(n=0):
    while True:
        yield n
        n += 1
def primes():
    found = []
    for n in count(2):
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
print(list(take(8, primes())), list(take(3, take(5, count()))), [*take(0, count())])
c = count()
print(list(zip(c, c)) if False else [next(c) + next(c) for _ in range(3)], next(c))
def running(items):
    total = 0
    for i in items:
        total += i
        yield total
def windows(items, n):
    from collections import deque
    w = deque(maxlen=n)
    for i in items:
        w.append(i)
        if len(w) == n: yield tuple(w)
print(list(running([1, 2, 3])), list(windows("abcd", 3)), list(windows("a", 2)))
