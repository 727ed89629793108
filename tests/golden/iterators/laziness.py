def noisy(n):
    for i in range(n):
        print("make", i)
        yield i
for x in map(lambda v: v * 10, filter(lambda v: v % 2 == 0, noisy(4))):
    print("use", x)
print(any(x > 0 for x in noisy(5)), all(x < 1 for x in noisy(5)))
first, *_ = noisy(2)
print(first, next(noisy(3)))
