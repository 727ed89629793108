"""In a dict comprehension and display the key is evaluated before the value; later keys overwrite."""
def t(x):
    print(x, end=" ")
    return x


print({t(f"k{i}"): t(f"v{i}") for i in range(2)})
print({t("a"): t(1), t("b"): t(2), t("a"): t(3)})
print({k: v for k, v in [("x", 1), ("y", 2), ("x", 3)]}, {i % 2: i for i in range(5)}, {(a, b): a * b for a in range(2) for b in range(2)}, {x: {y: x + y for y in "ab"} for x in "cd"})
try:
    {t([]): t("value first?")}
except TypeError as error:
    print(error)
try:
    {k: 1 for k in ([],)}
except TypeError as error:
    print(error)
