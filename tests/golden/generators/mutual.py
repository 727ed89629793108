def a(n):
    if n:
        yield n
        yield from b(n - 1)
def b(n):
    yield -n
    yield from a(n)
print(list(a(4)))
gens = [iter(range(i)) for i in (3, 1, 2)]
def round_robin(its):
    its = list(its)
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)
print(list(round_robin(gens)))
