for pair in ((7, 2), (-7, 2), (7, -2), (-7, -2), (7.5, 2), (-7.5, 2), (0.0, -3), (-0.0, 3), (True, 2), (10**30, 7), (1, float("inf")), (-1, float("inf"))):
    print(pair, divmod(*pair))


class Left:
    def __divmod__(self, other):
        return "left", other


class Right:
    def __rdivmod__(self, other):
        return "right", other


print(divmod(Left(), 1), divmod(1, Right()), divmod(Left(), Right())[0])
for pair in ((1, 0), (1.0, 0), (1, "a"), (1j, 1), (Right(), 1), ("%s", 1)):
    try:
        print(divmod(*pair))
    except Exception as error:
        print(type(error).__name__, error)
