huge, tiny = 1.7976931348623157e308, 5e-324
print(huge * 10, -huge * 10, huge + huge, tiny / 2, -tiny / 2, tiny * 0.5 == 0, huge - huge, float("inf") - float("inf"), 0.0 * float("inf"))
print(2.0**1023 * 2, 2.0**-1074, 2.0**-1080, 10.0**-400, float("inf") ** 0, float("nan") ** 0, 1 ** float("nan"), (-1.0) ** float("inf"), 0.0**0)
for call in (lambda: 2.0**1024, lambda: 10.0**400, lambda: (-2.0) ** 1025, lambda: 0.0**-1, lambda: (-0.0) ** -3, lambda: int(float("inf")), lambda: int(float("nan")), lambda: round(float("inf")), lambda: float(10**309)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error.args)
print((-8.0) ** (1 / 3), (-1) ** 0.5, (-0.0) ** 0.5, 4**-0.5, (-2.0) ** -3)
