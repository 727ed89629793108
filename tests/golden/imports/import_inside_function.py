def f():
    import math
    from os import path as p
    return math.floor(2.7), p.join("a", "b")
print(f())
try:
    math
except NameError as e:
    print(e)
import os.path, collections.abc
print(os.path.basename("/x/y.txt"), collections.abc.Sized.__name__)
m = __import__("math")
print(m.sqrt(16), __import__("os.path").__name__)
