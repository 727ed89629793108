# The encoding of a source is found by its mark or by a comment in its first two lines.
import io
import os
import tokenize

for source in (
    b"# -*- coding: latin-1 -*-\nx\n", b"\xef\xbb\xbfx", b"#!/x\n# coding=utf8\n", b"\n\n", b"# coding: foo\n", b"\xff\n",
    b"\xef\xbb\xbf# coding: latin-1\n", b"x\n# coding: latin-1\n", b"# vim: set fileencoding=cp1252 :\n", b"",
):
    try:
        print(tokenize.detect_encoding(io.BytesIO(source).readline))
    except SyntaxError as error:
        print(error)
with open("s.py", "wb") as file:
    file.write(b"# coding: latin-1\ns = '\xe9'\n")
with tokenize.open("s.py") as file:
    print(file.encoding, file.mode, ascii(file.read()))
print(list(tokenize.tokenize(io.BytesIO(b"x=1\n").readline))[0])
os.remove("s.py")
