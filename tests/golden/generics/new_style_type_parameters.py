def first[T](items: list[T]) -> T:
    return items[0]


class Box[T: int, *Ts, **P]:
    def __init__(self, value: T):
        self.value = value

    def map[U](self, f) -> "Box[U]":
        return f(self.value)


type Pair[A, B = int] = tuple[A, B]
type Tree = list[Tree] | int
print(first([5]), first.__type_params__, Box.__type_params__, Box.__parameters__, Box[int, str, [int]], Box(3).map(str), Box.map.__type_params__, Pair, Pair.__type_params__, Pair[str, int], Pair.__value__, Tree.__value__, Box.__mro__[1], Box.__orig_bases__)
T, Ts, P = Box.__type_params__
print(T.__name__, T.__bound__, T.__constraints__, T.__infer_variance__, Ts, P, P.args, type(T).__name__, Pair.__type_params__[1].__default__, T.has_default())


def constrained[S: (str, bytes)](s: S): ...


print(constrained.__type_params__[0].__constraints__)


class Lazy[T: undefined_name]:
    pass


for call in (lambda: Lazy.__type_params__[0].__bound__, lambda: Pair[1, 2, 3], lambda: isinstance(1, Tree), lambda: Tree[int], lambda: exec("def f[T, T](): pass"), lambda: exec("class A[T]: x = T\nprint(A.x)"), lambda: exec("type X = undefined\nprint(X)\nX.__value__"), lambda: exec("def f[T=int, U](): pass")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
