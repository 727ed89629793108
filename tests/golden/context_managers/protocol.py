class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v, tb is not None)
        return self.swallow
with CM("a") as a, CM("b") as b:
    print(a, b)
with (CM("c"), CM("d") as d,):
    print(d)
with CM("s", True):
    1 / 0
try:
    with CM("x"), CM("y"):
        raise ValueError("v")
except ValueError as e:
    print("out", e)
def f():
    with CM("r"):
        return 1
print(f())
for i in range(2):
    with CM(i):
        continue
