import sys
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(e)
sys.setrecursionlimit(200)
print(sys.getrecursionlimit())
depth = 0
def g():
    global depth
    depth += 1
    g()
try:
    g()
except RecursionError as e:
    print(type(e).__name__, 100 < depth <= 200)
print("alive")
