class A:
    def __new__(cls, *a, **k):
        print("new", a, k)
        return super().__new__(cls)
    def __init__(self, *a, **k):
        print("init", a, k)
A(1, k=2)
class Single:
    it = None
    def __new__(cls):
        if cls.it is None:
            cls.it = super().__new__(cls)
        return cls.it
print(Single() is Single())
class Other:
    def __new__(cls):
        return 5
    def __init__(self):
        print("never")
print(Other())
class Bad:
    def __init__(self):
        return 1
try:
    Bad()
except TypeError as e:
    print(e)
class Up(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())
print(Up("abc"), type(Up("a")).__name__)
