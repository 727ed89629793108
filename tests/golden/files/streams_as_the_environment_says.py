# env: PYTHONIOENCODING=ascii:backslashreplace
"""The encoding of the standard streams and what they do about errors, by PYTHONIOENCODING."""
import sys

for stream in sys.stdin, sys.stdout, sys.stderr:
    print(stream.encoding, stream.errors)
print("é€\udcff")
print(repr(sys.stdin.read()))
