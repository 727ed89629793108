def numbers():
    n = 0
    while True:
        yield n
        n += 1
def only(f, it):
    for x in it:
        if f(x):
            yield x
def take(n, it):
    for x in it:
        if n == 0:
            return
        n -= 1
        yield x
print(list(take(5, only(lambda x: x % 3 == 0, numbers()))))
def primes():
    ps = []
    for n in numbers():
        if n > 1 and all(n % p for p in ps):
            ps.append(n)
            yield n
print(list(take(10, primes())))
