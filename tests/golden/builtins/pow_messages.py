"""What pow() says to operands it cannot use."""
import decimal


def attempt(*args, **kw):
    try:
        print(repr(pow(*args, **kw)))
    except Exception as error:
        print(type(error).__name__, error)


attempt("a", 2)
attempt(2, "a")
attempt(2, 3, "a")
attempt(2, "a", 3)
attempt(2.0, 3, 5)
attempt(2, 3.0, 5)
attempt(2, 3, 5.0)
attempt(2, 3, 0)
attempt(2, -1, 4)
attempt(3, -1, 7)
attempt(3, -2, -7)
attempt(0, -1)
attempt(0.0, -1)
attempt(0j, -1)
attempt(-8, 1 / 3)
attempt(10.0, 400)
attempt(1j, 2, 3)
attempt(True, True)
attempt(2, 10**400 * 0)
attempt(2, base=1)
attempt(base=2, exp=5, mod=7)
attempt(2)
attempt()
attempt(2, 3, None)
attempt([], 2, 3)
attempt(decimal.Decimal(2), 3, 5)
attempt(0, 0)
attempt(0.0, 0.0)
attempt(float("nan"), 0)
attempt(1, float("nan"))
attempt(-1, float("inf"))
attempt(5, 0, 1)
attempt(5, 3, -1)
