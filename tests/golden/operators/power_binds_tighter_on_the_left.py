"""-x**y is -(x**y), x**-y is allowed, and ** groups from the right."""
print(-2**2, (-2)**2, 2**-1, 2**3**2, (2**3)**2, -2**-2, 2**+3, 2**~0)
print(10**-2, 10**0, 0**0, 0.0**0, (-1)**0.5, (-8)**(1 / 3))
print(2**0.5 == 2**(1 / 2), 4**0.5, 4**-0.5, True**True, False**False)
print(pow(2, 10), pow(2, 10, 1000), pow(-2, 3, 5), pow(2, -1, 7), pow(7, 0, 1))
print(2**100, (-3)**5, (-3)**-3, 1e200**1.5 if False else "skipped")
for source in ("0**-1", "0.0**-1", "10.0**1000", "0j**-1", "(-1)**2.5", "1j**1j", "2**1000.5", "(1e308)**2", "0**-1.0", "(-0.0)**-1"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
print(1 .__pow__(2), (2).__rpow__(3), (2).__pow__(3, 5), (2.0).__pow__(3), (2).__pow__(2.0), (2).__pow__("a"))
x = 2
x **= 3
x **= -1
print(x, type(x))
await_like = [lambda: 2**2]
print(not 2**2, ~2**2, - - 2**2, +-+2**2)
