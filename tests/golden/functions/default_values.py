def f(a, b=2, *, c=3):
    return a, b, c
print(f(1), f(1, 5), f(1, c=9), f(b=1, a=0))
def g(x, acc=[]):
    acc.append(x)
    return acc
print(g(1), g(2), g(3, []))
print(f.__defaults__, f.__kwdefaults__)
n = 1
def h(v=n):
    return v
n = 2
print(h())
