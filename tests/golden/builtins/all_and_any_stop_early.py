def noisy(values):
    for value in values:
        print("ask", value)
        yield value


print(all(noisy([1, 0, 2])))
print(any(noisy([0, "x", 2])))
print(all([]), any([]))


class Undecided:
    def __bool__(self):
        raise ValueError("cannot say")


for function in (all, any):
    try:
        function([Undecided()])
    except ValueError as error:
        print(function.__name__, error)
rest = iter([0, 1, 2, 3])
print(any(rest), list(rest))
