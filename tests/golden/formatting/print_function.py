import sys
print(1, "a", None, [1], sep=", ", end="!\n")
print()
print("a", "b", sep="")
print(*[1, 2, 3], sep="\n")
print("err", file=sys.stdout, flush=True)
print("x", end="")
print(sep="-")
import io
b = io.StringIO()
print("to buffer", 5, file=b)
print(repr(b.getvalue()))
for f in (lambda: print(sep=1), lambda: print(end=1), lambda: print(x=1)):
    try:
        f()
    except TypeError as e:
        print(e)
