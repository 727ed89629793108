class A:
    class Inner: pass
def f():
    class Local: pass
    return Local
print(A, A.Inner, f(), A.Inner.__qualname__, f().__qualname__)
print(int, type, object, Exception, list.append, str.upper, "".upper.__name__, len)
print(repr(A().__class__), type(A.__init__).__name__, A.__init__ is object.__init__)
