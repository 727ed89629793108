import math
print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.sin(1), math.cos(1), math.tan(1), math.atan2(1, 2), math.exp(1), math.log(10), math.log(8, 2), math.log2(10), math.log10(1000), math.log1p(1e-10))
print(math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fabs(-2), math.factorial(20), math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(99), math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.copysign(1, -0.0))
print(math.isnan(math.nan), math.isinf(1), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.degrees(math.pi), math.radians(180), math.prod([2, 3]), math.fsum([0.1] * 3), math.cbrt(27), math.remainder(7, 4))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.sqrt("a"), lambda: math.factorial(1.5), lambda: math.isqrt(-1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
