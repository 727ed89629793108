x: int = 5
y: str
print(x, __annotations__)
try:
    y
except NameError as e:
    print(e)
class C:
    a: int
    b: str = "x"
    def m(self) -> None:
        z: int = 1
        return z
print(C.__annotations__, C().m(), hasattr(C, "a"))
def f(a: int, *b: str, c: float = 1.0, **d) -> bool: ...
print(f.__annotations__)
