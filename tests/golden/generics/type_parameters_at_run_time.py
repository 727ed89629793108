"""Type parameters are objects in __type_params__, evaluated lazily, in a scope of their own."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def f[T: "bound", U: (int, str), *Ts, **P](x: T, *args: *Ts) -> U:
    return T, U


class C[T, U = int]:
    def m[V](self, x: T) -> V:
        return T, V

    attr: T
    alias = list


type A[K, V: undefined_name = list[K]] = dict[K, V]
type Rec = list[Rec] | int
print(f.__type_params__, [type(p).__name__ for p in f.__type_params__], f.__annotations__)
T, U, Ts, P = f.__type_params__
print(T.__bound__, U.__constraints__, T.__constraints__, Ts.__name__, P.__name__, P.args, P.kwargs, T.__infer_variance__, T.__covariant__, T.has_default())
print(C.__type_params__, C.__parameters__, C.__orig_bases__, C.__type_params__[1].__default__, C.m.__type_params__, C().m(1), C.__annotations__)
print(C[int], C[int, str], C[int]().m.__name__, A, A.__name__, A.__type_params__, A.__module__, Rec.__value__)
print(A[int, str], A[int, str].__origin__ is A, A[int, str].__args__, isinstance(C(), C), type(C[int]()).__name__)
for bad in ((lambda: A.__value__.__args__), (lambda: A.__type_params__[1].__bound__), (lambda: A.__type_params__[1].__default__), (lambda: C[int, str, float]), (lambda: Rec[int]), (lambda: A()), (lambda: isinstance(1, A)), (lambda: T()), (lambda: isinstance(1, T)), (lambda: T.__default__), (lambda: T | int), (lambda: list[T][int]), (lambda: issubclass(int, T)), (lambda: C.T), (lambda: f[int])):
    attempt(bad)
print(f(1)[0] is T, "T" in globals() and T.__name__, [n for n in dir(C) if n == "T"])


def outer[T]():
    def inner():
        return T
    return inner()


print(outer(), outer() is outer.__type_params__[0])


class Scope[T]:
    T = "shadowed"
    seen = T

    def m(self):
        return T


print(Scope.seen, Scope().m(), Scope.__type_params__)
