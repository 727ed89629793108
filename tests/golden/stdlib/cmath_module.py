import cmath, math
fs = [cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh, cmath.cos, cmath.cosh, cmath.sin, cmath.sinh, cmath.tan, cmath.tanh, cmath.phase, cmath.polar]
for z in [1 + 2j, -1.5 + 0.25j, -2, complex(-2, -0.0), 0.5, 3j, -3j, 1e-3 - 1e-3j, 0, 1, 2 - 100j, 30 + 1j, -30 + 2j, 1e200 + 1e200j, 1e-320 + 1e-310j, 710 + 1j]:
    for f in fs:
        try: r = f(z)
        except Exception as e: r = type(e).__name__, str(e)
        print(f.__name__, z, r)
inf, nan = math.inf, math.nan
for z in [complex(inf, 1), complex(-inf, 1), complex(1, inf), complex(nan, 1), complex(inf, inf), complex(1, nan), complex(inf, 0)]:
    for f in (cmath.sqrt, cmath.log, cmath.phase): print(f.__name__, z, f(z))
print(cmath.rect(2, math.pi / 3), cmath.rect(1, 0), cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 2), cmath.isfinite(inf), cmath.isinf(1j), cmath.isnan(nan), cmath.pi, cmath.infj, cmath.nanj, cmath.log(8, 2), cmath.log(1j, 10), cmath.tau)
for bad in (lambda: cmath.sqrt('x'), lambda: cmath.log(0), lambda: cmath.atanh(1), lambda: cmath.exp(1000), lambda: cmath.isclose(1, 1, rel_tol=-1), lambda: cmath.sqrt([])):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
