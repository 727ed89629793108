import math
def integrate(f, a, b, n=1000):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))
print(f"{integrate(math.sin, 0, math.pi):.10f} {integrate(lambda x: x * x, 0, 3):.10f}")
def newton(f, df, x, eps=1e-12):
    for i in range(100):
        d = f(x) / df(x)
        x -= d
        if abs(d) < eps:
            return x, i
print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
def stats(xs):
    m = sum(xs) / len(xs)
    return m, math.sqrt(sum((x - m) ** 2 for x in xs) / (len(xs) - 1)), sorted(xs)[len(xs) // 2]
print(stats([2, 4, 4, 4, 5, 5, 7, 9]), math.pi ** 2 / 6 - sum(1 / k ** 2 for k in range(1, 1000)) < 0.002)
