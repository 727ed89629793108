def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
g = count(2)
print(type(g).__name__, g.__name__)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(next(g, "default"), list(g), list(count(3)))
