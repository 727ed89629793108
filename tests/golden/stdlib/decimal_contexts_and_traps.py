import decimal
from decimal import *

c = getcontext()
print(c, c.prec, c.Emin, c.Emax, c.capitals, c.clamp)
print(BasicContext, ExtendedContext, DefaultContext == c, sorted(f.__name__ for f, on in c.traps.items() if on))
D = Decimal
with localcontext() as ctx:
    ctx.traps[DivisionByZero] = ctx.traps[InvalidOperation] = False
    print(D(1) / 0, D(-1) / 0, D(0) / 0, D("inf") - D("inf"), D("abc"), [f.__name__ for f, on in ctx.flags.items() if on])
    ctx.clear_flags()
    D(1) / 3
    print(sorted(f.__name__ for f, on in ctx.flags.items() if on))
    ctx.traps[Inexact] = True
    try:
        D(1) / 3
    except Inexact as error:
        print(type(error).__name__, error, error.args)
with localcontext(Context(prec=3, Emax=5, Emin=-5, traps=[])) as ctx:
    print(D("9.99e5") * 10, D("1e-5") / 10, D("1e-8") * 1, D("1e-9") * 1, D(10) ** 6, ctx.Etiny(), ctx.Etop())
    print(sorted(f.__name__ for f, on in ctx.flags.items() if on))
    ctx.traps[Overflow] = True
    try:
        D("9e5") * D("9e5")
    except Overflow as error:
        print(type(error).__mro__[1].__name__, error)
for text in """
setattr(c, "prec", 0)
setattr(c, "prec", "5")
setattr(c, "rounding", "ROUND_ODD")
setattr(c, "Emin", 1)
setattr(c, "Emax", -1)
setattr(c, "capitals", 2)
setattr(c, "clamp", -1)
setattr(c, "foo", 1)
setattr(c, "flags", {})
delattr(c, "prec")
c.foo
Context(prec=-1)
Context(traps=[5])
setcontext(5)
localcontext(5)
c.create_decimal("xyz")
c.add(1, "2")
c.add(1, 1.5)
c.divmod(7, 2), c.divide_int(7, 2), c.remainder(7, 4), c.fma(2, 3, 4), c.max(1, 2), c.min_mag(-1, 2), c.abs(-1)
c.is_zero(0), c.compare(1, 2), c.quantize(D("1.234"), D("0.1")), c.same_quantum(1, 2), c.to_integral_value(D("1.5"))
c.copy() == c, c.copy().prec, c.radix(), c.copy_decimal(D(1)), c.minus(5), c.multiply(2, 3), c.subtract(1, 2), c.normalize(D(100))
c.power(2, 3, 5), c.number_class(D(-1)), c.logb(D(100)), c.next_plus(D(1)), c.scaleb(D(1), 5), c.shift(D(12), 1)
issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), FloatOperation.__mro__[2].__name__
DivisionUndefined.__bases__, Clamped.__bases__, decimal.MAX_PREC > 10**9, decimal.HAVE_THREADS, decimal.__version__
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
with localcontext() as ctx:
    ctx.traps[FloatOperation] = True
    for call in (lambda: D(1.5), lambda: D(1) < 1.5, lambda: D(1) == 1.5, lambda: D.from_float(1.5)):
        try:
            print(call())
        except FloatOperation as error:
            print("FloatOperation", error)
