class A:
    def __format__(self, spec):
        return f"<{spec}>"
print(format(A()), format(A(), "x"), f"{A()}", f"{A():>{5}}", "{:y}".format(A()))
class Bad:
    def __format__(self, spec): return 5
class Plain: pass
for call in (lambda: format(Bad()), lambda: f"{Bad()}", lambda: format(Plain(), "x"), lambda: f"{Plain():>5}",
             lambda: format([], "5"), lambda: format(None, "s"), lambda: format(1, 2), lambda: object().__format__(1)):
    try:
        print(call())
    except TypeError as e:
        print(e)
print(format(Plain())[:16], object.__format__(5, ""), format("s"), f"{None}", f"{[]:}")
class S(str): pass
class FormatSub:
    def __format__(self, spec): return S("sub")
print(type(format(FormatSub())).__name__, type(f"{FormatSub()}").__name__)
