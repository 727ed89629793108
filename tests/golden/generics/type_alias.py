type Num = int | float
type Lst[T] = list[T]
print(Num, Num.__name__, Num.__value__, Lst.__type_params__, Lst[int])
type Rec = list[Rec]
print(Rec.__value__)
def f(x: Num) -> Lst[int]: return [x]
print(f(1), f.__annotations__)
