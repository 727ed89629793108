"""Rounding, remainders, logs, powers and classification in math at special values."""
import math


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

inf, nan = math.inf, math.nan
for name, args in (("ceil", (-0.5,)), ("floor", (-0.5,)), ("trunc", (-2.7,)), ("fabs", (-3,)), ("fmod", (-7, 3)), ("remainder", (7, 4)), ("remainder", (6, 4)), ("modf", (-2.5,)), ("frexp", (10,)), ("ldexp", (0.5, 5)), ("copysign", (1, -0.0)), ("nextafter", (1, 2)), ("ulp", (1.0,)), ("log", (8, 2)), ("log2", (8,)), ("log10", (1000,)), ("log1p", (0,)), ("exp2", (10,)), ("expm1", (0,)), ("cbrt", (27,)), ("hypot", (3, 4, 12)), ("dist", ([1, 2], [4, 6])), ("gcd", (12, 18, 27)), ("lcm", (4, 6)), ("isqrt", (17,)), ("comb", (5, 2)), ("perm", (5, 2)), ("perm", (5,)), ("factorial", (20,)), ("prod", ([1, 2, 3],)), ("fsum", ([0.1] * 10,)), ("sumprod", ([1, 2], [3, 4])), ("degrees", (math.pi,)), ("radians", (180,)), ("atan2", (-0.0, -1)), ("gamma", (5,)), ("erf", (0,)), ("isclose", (1, 1 + 1e-10)), ("fma", (2, 3, 4)), ("pow", (2, 0.5)), ("sqrt", (2,)), ("nextafter", (0.0, 1.0)), ("ulp", (inf,)), ("log", (10**400,)), ("isqrt", (10**40,)), ("gcd", ()), ("lcm", ()), ("comb", (3, 5)), ("dist", ([], []))):
    print(name, args if len(str(args)) < 60 else "...", getattr(math, name)(*args))
for bad in ((lambda: math.ceil(inf)), (lambda: math.floor(nan)), (lambda: math.sqrt(-1)), (lambda: math.log(0)), (lambda: math.log(-1)), (lambda: math.log(2, 1)), (lambda: math.log("a")), (lambda: math.factorial(-1)), (lambda: math.factorial(1.0)), (lambda: math.comb(-1, 2)), (lambda: math.comb(1.5, 2)), (lambda: math.isqrt(-1)), (lambda: math.isqrt(1.0)), (lambda: math.gcd(1.5)), (lambda: math.exp(1000)), (lambda: math.pow(0, -1)), (lambda: math.pow(-8, 1 / 3)), (lambda: math.fmod(1, 0)), (lambda: math.fmod(inf, 1)), (lambda: math.acos(2)), (lambda: math.gamma(0)), (lambda: math.gamma(200)), (lambda: math.ldexp(1, 5000)), (lambda: math.ldexp(1, 2.0)), (lambda: math.dist([1], [1, 2])), (lambda: math.hypot("a")), (lambda: math.prod(["a"])), (lambda: math.fsum([1e308, 1e308])),
            (lambda: math.sumprod([1], [1, 2])), (lambda: math.sin(inf)), (lambda: math.isclose(1, 2, rel_tol=-1)), (lambda: math.nextafter(1, 2, steps=-1)), (lambda: math.fma(inf, 0, 1)), (lambda: math.remainder(1, 0)), (lambda: math.tan("x")), (lambda: math.sqrt(10**400)), (lambda: math.perm(3, -1)), (lambda: math.lcm("a")), (lambda: math.sin()), (lambda: math.atan2(1)), (lambda: math.log(1, 2, 3)), (lambda: math.cosh(1000)), (lambda: math.fsum(5))):
    attempt(bad)
print(math.isnan(nan), math.isinf(-inf), math.isfinite(10**300), math.ceil(10**30), math.floor(True), math.trunc(2.5), math.copysign(nan, -1), math.modf(inf), math.frexp(nan), math.fmod(5, inf), math.remainder(5, inf), math.nextafter(1, 2, steps=3))
