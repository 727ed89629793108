g = (x * x for x in range(5) if x % 2)
print(type(g).__name__, next(g), list(g), list(g))
print(sum(x for x in range(10)), max((len(w), w) for w in "a bbb cc".split()))
print(list((i, j) for i in range(3) for j in range(i)))
def noisy():
    print("evaluated at once")
    return range(2)
g = (x for x in noisy())
print("created")
print(list(g))
try:
    (x for x in 5)
except TypeError as e:
    print(e)
n = 10
g = (n + i for i in range(2))
n = 20
print(list(g))
