print(int | str, int | None, list[int] | str, isinstance(5, int | str), isinstance(None, int | None))
u = int | str | int
print(u.__args__, u == str | int, type(u).__name__)
x = dict[str, list[int]]
print(x.__origin__, x.__args__, x(a=1), list[int]([1]))
