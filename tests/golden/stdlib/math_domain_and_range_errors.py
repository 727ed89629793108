import math

for call in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.log(1, 1), lambda: math.log(10, 0), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.pow(10, 400), lambda: math.fmod(1, 0), lambda: math.fmod(float("inf"), 1), lambda: math.gamma(0), lambda: math.gamma(-2), lambda: math.gamma(172), lambda: math.lgamma(-1), lambda: math.atanh(1), lambda: math.sin(float("inf")), lambda: math.cosh(1000), lambda: math.ldexp(1, 5000), lambda: math.log2(-5), lambda: math.log1p(-1), lambda: math.sqrt("4"), lambda: math.sqrt(10**400), lambda: math.log(-(10**400)), lambda: math.remainder(1, 0), lambda: math.log(), lambda: math.hypot("a"), lambda: math.dist([1], [1, 2]), lambda: math.fsum(["a"]), lambda: math.fsum([1e308, 1e308])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
