# `print` to an object that only has `write`, where nothing was imported but `sys`.
import sys


class Stream:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


stream = Stream()
print("a", 1, [2], sep="-", end="!\n", file=stream)
print(file=stream)
own, sys.stdout = sys.stdout, stream
print("to the program's own", 5)
sys.stdout = own
print(stream.parts)
