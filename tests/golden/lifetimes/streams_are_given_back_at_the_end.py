# What stands in the place of a standard stream goes when the program ends, and `sys` has its own stream again.
import sys


class Stream:
    def write(self, text):
        sys.__stdout__.write("written: " + text)
        return len(text)

    def flush(self):
        pass

    def __del__(self):
        sys.__stdout__.write("gone\n")


class Last:
    def __del__(self):
        sys.__stdout__.write(f"last {sys.stdout is sys.__stdout__}\n")


sys.stdout = Stream()
last = Last()
print("hello")
