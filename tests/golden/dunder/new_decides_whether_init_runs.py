class A:
    def __new__(cls, kind):
        print("new", cls.__name__, kind)
        if kind == "other":
            return "not an A"
        if kind == "sub":
            return object.__new__(B)
        return super().__new__(cls)
    def __init__(self, kind):
        print("init", type(self).__name__, kind)
class B(A):
    pass
print(type(A("self")).__name__)
print(A("other"))
print(type(A("sub")).__name__)
print(type(B("self")).__name__)
class C:
    def __new__(cls): return None
    def __init__(self): print("never")
print(C())
