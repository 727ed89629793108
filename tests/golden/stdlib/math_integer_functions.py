import math

print(math.gcd(12, 18), math.gcd(), math.gcd(0, 0), math.gcd(-4, 6), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.factorial(20), math.factorial(0), math.isqrt(99), math.isqrt(10**40), math.comb(5, 2), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(3, 4), math.comb(100, 50))
print(math.prod([1, 2, 3]), math.prod([], start=5), math.prod([0.5, 4]), math.sumprod([1, 2], [3, 4]), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(10**30))
for call in (lambda: math.gcd(1.5), lambda: math.factorial(-1), lambda: math.factorial(1.0), lambda: math.factorial(2**70), lambda: math.isqrt(-1), lambda: math.isqrt(2.0), lambda: math.comb(-1, 2), lambda: math.comb(3, -1), lambda: math.perm(2, -1), lambda: math.comb(1.5, 1), lambda: math.sumprod([1], [1, 2]), lambda: math.floor("a"), lambda: math.ceil(None), lambda: math.prod(5), lambda: math.trunc(float("inf")), lambda: math.floor(float("nan"))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
