"""Direct, mutual, anonymous and generator recursion, with memo and depth."""
import functools
import sys


def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)
def flatten(x):
    for item in x:
        if isinstance(item, list): yield from flatten(item)
        else: yield item
def permutations(s): return [s] if len(s) < 2 else [c + rest for i, c in enumerate(s) for rest in permutations(s[:i] + s[i + 1:])]
@functools.cache
def partitions(n, m): return 1 if n == 0 else 0 if n < 0 or m == 0 else partitions(n - m, m) + partitions(n, m - 1)


print(even(100), odd(7), ackermann(2, 3), " ".join(hanoi(3)), list(flatten([1, [2, [3, [4]], []]])), permutations("abc"), partitions(100, 100), (lambda f: f(f, 6))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)))
depth = 0
def down():
    global depth
    depth += 1
    down()
try:
    down()
except RecursionError as error:
    print(error, depth > sys.getrecursionlimit() - 60)
old = sys.getrecursionlimit()
sys.setrecursionlimit(100)
depth = 0
try: down()
except RecursionError: print(depth < 100)
sys.setrecursionlimit(old)
for bad in (0, -1, "a", 1.5):
    try: print(sys.setrecursionlimit(bad))
    except Exception as error: print(type(error).__name__, error)
