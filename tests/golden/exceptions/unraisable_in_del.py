class A:
    def __del__(self):
        raise ValueError("in del")
a = A()
import sys
seen = []
sys.unraisablehook = lambda info: seen.append((info.exc_type.__name__, str(info.exc_value)))
del a
print(seen)
print("continues")
