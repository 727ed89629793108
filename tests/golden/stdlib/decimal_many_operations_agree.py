# Sums of what thousands of operations give and signal, at many precisions, exponents and ways to round.
from decimal import *
import zlib

state = 12345


def random(most):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % most


def digits(count):
    return "".join(str(random(10)) for _ in range(count))


def number():
    kind = random(20)
    if kind == 0:
        return Decimal(["NaN", "-sNaN12", "Infinity", "-Infinity", "0", "-0E+5", "0E-9", "NaN99999"][random(8)])
    text = ("-" if random(3) == 0 else "") + digits([1, 3, 9, 19, 28, 38, 39, 60, 120][random(9)])
    if kind < 4:
        text = text[:-1] + "5"
    return Decimal(text + "E%d" % (random([3, 30, 90, 700][random(4)]) - random([3, 60, 120, 700][random(4)])))


ROUNDINGS = [ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP,
             ROUND_UP]
BINARY = """add subtract multiply divide divide_int remainder remainder_near divmod compare compare_signal compare_total
compare_total_mag max max_mag min min_mag next_toward quantize same_quantum copy_sign""".split()
UNARY = """plus minus abs normalize next_plus next_minus logb to_integral_exact to_integral_value number_class sqrt
to_sci_string to_eng_string is_normal is_subnormal""".split()
SLOW = "exp ln log10".split()


def context():
    prec = [1, 2, 5, 9, 17, 28, 36, 37, 38, 39, 50, 77][random(12)]
    most = [prec + 3, 99, 999, 999999][random(4)]
    return Context(prec=prec, rounding=ROUNDINGS[random(8)], Emax=most, Emin=-most, clamp=random(2), traps=[])


def run(names, arity, times):
    for name in names:
        total = 0
        for _ in range(times):
            ctx = context()
            result = getattr(ctx, name)(*[number() for _ in range(arity)])
            seen = [signal.__name__ for signal, on in ctx.flags.items() if on]
            total = zlib.crc32(f"{result!r} {seen}".encode(), total)
        print(name, total)


run(BINARY, 2, 400)
run(UNARY, 1, 400)
run(["fma"], 3, 400)
for name in SLOW:
    total = 0
    for _ in range(60):
        ctx = context()
        value = Decimal(digits(12) + "E%d" % (random(8) - 12))
        result = getattr(ctx, name)(value)
        total = zlib.crc32(f"{result!r}".encode(), total)
    print(name, total)

total = 0
for _ in range(200):
    ctx = context()
    ctx.Emax, ctx.Emin = 999999, -999999
    result = ctx.power(Decimal(digits(5) + "E-%d" % random(6)), random(40) - 20)
    total = zlib.crc32(f"{result!r}".encode(), total)
    result = ctx.power(Decimal(digits(5) + "E-%d" % random(6)), Decimal(digits(3) + "E-2"))
    total = zlib.crc32(f"{result!r}".encode(), total)
print("power", total)

total = 0
for _ in range(300):
    value = number()
    spec = ["", ".3", ",", "e", ".2e", "f", ".1f", "g", ".4g", "%", "+12", "015,.2f", "^30", "G", "E", "z.0f", "#.0f"]
    text = format(value, spec[random(17)])
    total = zlib.crc32(text.encode(), total)
print("format", total)

total = 0
for _ in range(300):
    value = number()
    if value.is_finite():
        exact = value.as_integer_ratio()
        ints = int(value), round(value), hash(value), value.as_tuple(), float(value), Decimal(float(value)) == float(value)
        total = zlib.crc32(f"{exact} {ints}".encode(), total)
print("conversions", total)
