def f(n):
    k = 3
    return [x + k + n for x in range(n)]
print(f(3))
class A:
    base = [1, 2]
    doubled = [b * 2 for b in base]
    try:
        bad = [b + base[0] for b in range(2)]
    except NameError as e:
        print(e)
print(A.doubled)
def g():
    return [(lambda: x)() for x in range(3)], [y for y in (z for z in range(3))]
print(g())
