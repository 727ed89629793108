import io
import sys

print(1, "a", None, sep="-", end="!\n")
print()
print(sep="x")
print("a", "b", sep=None, end=None)
print("no", "space", sep="")
out = io.StringIO()
print("kept", 3, file=out)
print(repr(out.getvalue()))


class Writer:
    def write(self, text):
        sys.stdout.write(f"[{text!r}]")

    def flush(self):
        sys.stdout.write("flushed\n")


print("x", "y", file=Writer(), flush=True)
for keywords in ({"sep": 1}, {"end": 2}, {"file": 3}, {"unknown": 1}):
    try:
        print("text", **keywords)
    except Exception as error:
        print(type(error).__name__, error)
saved, sys.stdout = sys.stdout, None
print("goes nowhere")
sys.stdout = saved
print("back")
