"""print's separator, end, file and flush, and what it refuses."""
import io
import sys


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)



class File:
    def __init__(self):
        self.log = []

    def write(self, text):
        self.log.append(text)
        return "ignored"

    def flush(self):
        self.log.append("<flush>")


f = File()
print("a", 1, None, sep="-", end="!", file=f)
print(file=f)
print("x", "y", sep=None, end=None, file=f, flush=True)
print(*[], sep="never", file=f)
print("", "", sep="|", file=f)
print(f.log)


class Shown:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


print(Shown(), [Shown()], {Shown(): 1}.keys())
for bad in ((lambda: print(sep=1)), (lambda: print(end=b"")), (lambda: print(file=5)), (lambda: print(file=None)), (lambda: print("a", foo=1)), (lambda: print("a", file=object())), (lambda: print("q", sep=["x"])), (lambda: print("w", flush="yes"))):
    attempt(bad)
buffer = io.StringIO()
print("to buffer", 5, file=buffer)
print(repr(buffer.getvalue()))
old, sys.stdout = sys.stdout, File()
print("captured")
captured, sys.stdout = sys.stdout, old
print(captured.log)
sys.stdout = None
print("nowhere")
sys.stdout = old
del sys.stdout
try:
    old.write("")
    print("lost")
except RuntimeError as error:
    sys.stdout = old
    print(error)
print("é", "😀", ascii("é"), sep="\n")
