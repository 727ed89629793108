# stdin: one\nhello\nraw and more\nlast
# The standard streams in all their layers: text, the bytes beneath it, and what can be set anew.
import io
import sys

print(sys.stdin.readline(), end="")
print(sys.stdin.read(3), repr(sys.stdin.readline(2)))
print(sys.stdin.buffer.read(4), sys.stdin.buffer.readline())
print(repr(sys.stdin.read()))
print("text", sys.stdout.buffer.write(b"bytes\n"), flush=True)
sys.stdout.buffer.flush()
print(sys.stdout, sys.stdout.encoding, sys.stderr.errors, sys.stdin.name, sys.stdin.mode, sys.stdout.mode)
sys.stdout.reconfigure(line_buffering=True, errors="replace")
print(sys.stdout.line_buffering, sys.stdout.errors, "\ud800")
print(isinstance(sys.stdout, io.TextIOBase), sys.stdout.buffer.raw.fileno(), sys.stdout.buffer.name)
sys.stdout.writelines(["p\n", "q\n"])
try:
    sys.stdout.write(b"")
except TypeError as error:
    print(error)
print("\udcff", file=sys.stderr)
