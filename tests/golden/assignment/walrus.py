if (n := len("abcd")) > 3:
    print(n)
print([y := 1, y ** 2], y)
data = iter([1, 2, 3, 0, 4])
while x := next(data):
    print(x)
print([last := v for v in range(3)], last)
print(any((hit := w).startswith("b") for w in ["ab", "bc", "bd"]), hit)
def f():
    total = 0
    print([total := total + v for v in range(5)], total)
f()
