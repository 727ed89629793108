"""Where type parameters may stand, their bounds and defaults, and what is refused."""
sources = """def f[T](x: T) -> T: pass
def f[T: int](x): pass
def f[T: (int, str)](x): pass
def f[*Ts](x): pass
def f[**P](x): pass
def f[T, *Ts, **P](x): pass
def f[T = int](x): pass
def f[T: int = bool](x): pass
def f[*Ts = *tuple[int]](x): pass
def f[**P = [int]](x): pass
def f[T = int, U](x): pass
def f[T, T](x): pass
def f[*Ts: int](x): pass
def f[**P: int](x): pass
def f[](x): pass
def f[T,](x): pass
def f[1](x): pass
def f[T.x](x): pass
def f[T: yield](x): pass
def f[T: (yield)](x): pass
def f[T: (x := 1)](x): pass
def f[T: await x](x): pass
def f[T](x: (y := T)): pass
def f[T](x=(y := 1)): pass
def f[T](x: (yield)): pass
class C[T]: pass
class C[T](Base[T], metaclass=M): pass
class C[T = int]: pass
class C[T](x := 1): pass
class C[T]((yield)): pass
class C[]: pass
type X = int
type X[T] = list[T]
type X[T] = (yield)
type X[T] = (y := 1)
type X[T: int = bool, *Ts, **P] = T
type X
type X = 
type X.y = int
type X[0] = int
type = 1
type X, Y = int
type (X) = int
type X[T](y) = int
type __debug__ = int
def f[__debug__](): pass
class A[__debug__]: pass
lambda[T] x: x
async def f[T](): pass
def f [T] (): pass
def f[T]: pass
class C[T]()[U]: pass
match x:
 case C[T]: pass""".split("\n")
i = 0
while i < len(sources):
    source = sources[i]
    if source.endswith("match x:"):
        source += "\n" + sources[i + 1]
        i += 1
    i += 1
    try:
        compile(source, "", "exec")
        print(repr(source), "| fine")
    except SyntaxError as error:
        print(repr(source), "|", error.msg)
