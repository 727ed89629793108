import math

inf, nan = math.inf, math.nan
print(math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(inf, inf), math.isclose(nan, nan), math.copysign(1, -0.0), math.copysign(nan, -1), math.frexp(8), math.frexp(0.0), math.frexp(inf), math.modf(-2.5), math.modf(inf), math.ldexp(0.5, 4))
print(math.nextafter(1, 2), math.nextafter(0, 1), math.nextafter(1, 2, steps=3), math.ulp(1), math.ulp(0), math.fsum([0.1] * 10), math.hypot(3, 4), math.hypot(), math.hypot(inf, nan), math.dist((0, 0), (3, 4)), math.remainder(5, 3), math.fmod(-5, 3), math.cbrt(-27), math.exp2(10), math.expm1(0), math.atan2(0.0, -0.0), math.fma(2, 3, 4))
print(math.log(10**400), math.log2(2**1000), math.log10(10**300), math.log(8, 2), math.sqrt(16), math.pow(1, nan), math.pow(nan, 0), math.degrees(math.pi), math.radians(180), math.isfinite(1e308), math.isinf(-inf), math.isnan(nan), math.tau, math.e)
try:
    math.isclose(1, 2, rel_tol=-1)
except ValueError as error:
    print(error)
try:
    math.isclose(1, 2, 3)
except TypeError as error:
    print(error)
