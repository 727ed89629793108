class A: pass
a = A()
a.__len__ = lambda: 5
a.__add__ = lambda o: "never"
a.__call__ = lambda: "never"
a.__iter__ = lambda: iter([])
a.__bool__ = lambda: False
a.__repr__ = lambda: "never"
for f in (lambda: len(a), lambda: a + 1, lambda: a(), lambda: list(a)):
    try:
        f()
    except TypeError as e:
        print(e)
print(bool(a), repr(a).startswith("<__main__.A object"))
A.__len__ = lambda self: 5
print(len(a), bool(a))
A.__len__ = lambda self: 0
print(bool(a))
