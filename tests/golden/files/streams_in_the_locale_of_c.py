# env: LC_ALL=C
# exit: 1
"""In the locale of C bytes that are no text pass as surrogates."""
import os
import sys

for stream in sys.stdin, sys.stdout, sys.stderr:
    print(stream.encoding, stream.errors)
print(ascii(os.fsdecode(b"a\xff")))
sys.exit("half: \udcff")
