"""Float arithmetic: a sum of series, Newton, Mandelbrot, functions of math."""
import math

from timing import bench


def leibniz():
    total, sign = 0.0, 1.0
    for i in range(300_000):
        total += sign / (2 * i + 1)
        sign = -sign
    return round(total * 4, 4)


def newton_roots():
    total = 0.0
    for n in range(1, 20_000):
        x = n * 0.5
        for _ in range(8):
            x = 0.5 * (x + n / x)
        total += x
    return round(total) > 0


def mandelbrot():
    inside = 0
    for row in range(60):
        for column in range(60):
            a, b = column / 20 - 2.0, row / 30 - 1.0
            x = y = 0.0
            for _ in range(50):
                x, y = x * x - y * y + a, 2 * x * y + b
                if x * x + y * y > 4.0:
                    break
            else:
                inside += 1
    return inside


def math_functions():
    total = 0.0
    for i in range(100_000):
        total += math.sin(i) * math.sqrt(i)
    return total == total


bench(leibniz, 3.1416)
bench(newton_roots, True)
bench(mandelbrot)
bench(math_functions, True)
