"""An annotated name without a value makes a local in functions, and an entry in __annotations__ elsewhere."""
x: int
print(__annotations__)
try:
    x
except NameError as error:
    print(error)


def f():
    y: undefined_name
    try:
        y
    except UnboundLocalError as error:
        print(error)
    (z): undefined_name = 5
    print(z)


f()


class C:
    a: int
    b: "text" = 5
    (c): int = 6
    _C__d: int = 1
    __e: str = ""


print(C.__annotations__, hasattr(C, "a"), C.c)


class D(C):
    pass


print("__annotations__" in vars(D), D.__annotations__)
obj = type("O", (), {})()
obj.attr: print("evaluated annotation") = 5
print(obj.attr)
d = {}
d["k"]: print("also") = 1
try:
    nowhere.attr: print("never target") = 1
except NameError as error:
    print(error)
def g(): print("called"); return obj
g().attr: int
print(sorted(__annotations__))
