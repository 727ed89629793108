for value in (0.5, -0.1, 1e22, 5e-324, 0.0, -0.0, 3.0, 1.7976931348623157e308 / 2**1000):
    print(value, value.as_integer_ratio())
for value in (float("inf"), float("-inf"), float("nan")):
    try:
        value.as_integer_ratio()
    except Exception as error:
        print(type(error).__name__, error)
print((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer(), float("nan").is_integer(), (-0.0).is_integer(), 1e300.is_integer())
print((2.5).real, (2.5).imag, (2.5).conjugate(), (-2.5).__trunc__(), (-2.5).__floor__(), (-2.5).__ceil__(), (2.5).__round__(), (2.567).__round__(1))
for value in (float("inf"), float("nan")):
    for method in ("__trunc__", "__floor__", "__ceil__", "__round__", "__int__"):
        try:
            getattr(value, method)()
        except Exception as error:
            print(method, type(error).__name__, error)
