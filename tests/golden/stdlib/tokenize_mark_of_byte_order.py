# A mark of byte order at the head of text counts as a letter.
import io
import tokenize
for s in ["\ufeffx = 1\nyy = 3\n", "x = '\ufeff'\n", "\ufeff# c\nx\n"]:
    for t in tokenize.generate_tokens(io.StringIO(s).readline):
        print(tuple(t))
for t in tokenize.generate_tokens(io.StringIO('\ufeff"a" + (\n1)\n').readline):
        print(tuple(t))
