from decimal import Context, Decimal, localcontext

D = Decimal
for text in """
D("3.14159").quantize(D("0.01")), D("10").quantize(D("1e1")), D("1.5").quantize(1), D("-0.001").quantize(D(".1"))
D("1e30").quantize(D("0.01"))
D("inf").quantize(D(1))
D("inf").quantize(D("inf")), D("nan").quantize(D(1))
D("1234567.891").__format__(","), f"{D('1234567.891'):,.2f}", f"{D('1234567.891'):.3e}", f"{D('0.00001'):g}", f"{D('1e10'):f}"
f"{D('1.5'):>8}|{D('1.5'):<8}|{D('1.5'):^8}|{D('-1.5'):=8}|{D('1.5'):+}|{D('1.5'): }|{D('1.5'):08}|{D('-1.5'):*^9.3f}"
f"{D('0.256'):.1%}|{D('1'):%}|{D('123456'):.2g}|{D('0.1'):e}|{D('nan'):8}|{D('-inf'):<6}|{D('inf'):08}|{D('snan1'):>8}"
f"{D('1234.5678'):.10}|{D('1234.5678'):.2}|{D('1E5')}|{D('1E5'):f}|{D('1E-10'):f}|{D('0E3'):f}|{D('-0'):f}|{D('1E5'):,}"
f"{D('1.5'):z.0f}|{D('-0.001'):z.2f}|{D('-0.001'):.2f}|{D('2.5'):.0f}|{D('3.5'):.0f}|{D('1234567'):012,}|{D('12'):n}"
f"{D('1.5'):E}|{D('1.5'):G}|{D('1.5'):F}|{D('123'):.0e}|{D('9.99'):.1f}|{D('999.9'):.3g}|{D('1e100'):.2g}"
f"{D('1.5'):d}"
f"{D('1.5'):x}"
f"{D('1.5'):10q}"
f"{D('1.5'):.}"
format(D(1), 5)
"%s %r %.2f %d" % (D("1.50"), D("1.50"), D("1.555"), D("7.9"))
D("1.1").compare(D("1.10")), D("1.1").compare_total(D("1.10")), D("nan").compare(1), D("-1").compare_total_mag(D("1"))
D("1.1").copy_sign(D("-0")), D(5).copy_abs(), D(5).copy_negate(), D("-5").is_signed(), D("1e-400").is_subnormal()
D("2").sqrt(), D("100").log10(), D("2").ln(), D(1).exp(), D("0").ln(), D("1e-3").logb(), D(10).fma(2, 3), D("5").scaleb(3)
D(-1).sqrt()
D(-1).ln()
D("-0").sqrt(), D("inf").sqrt(), D(0).log10(), D("inf").ln(), D("-inf").exp()
D("1.5").next_plus(), D("1.5").next_minus(), D("1.5").next_toward(9), D(0).next_plus(), D("inf").next_minus()
D("12345").shift(2), D("12345").shift(-2), D("12345").rotate(2), D("1010").logical_and(D("1100")), D("1").logical_invert()
D("12").logical_or(D("1"))
D("7").remainder_near(4), D("10").remainder_near(3), D("-7").remainder_near(4), D("1.2").same_quantum(D("3.4"))
D("nan").is_nan(), D("snan").is_snan(), D("1").number_class(), D("-0").number_class(), D("inf").number_class(), D("5").radix()
D("1.0").is_canonical(), D("1E+5").canonical(), D("123").conjugate(), D("123").real, D("123").imag, D("0.5").is_normal()
""".strip().splitlines():
    try:
        print(text, "->", *map(str, result) if isinstance(result := eval(text), tuple) else (repr(result),))
    except Exception as error:
        print(text, type(error).__name__, error)
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 7, +D("123456789"), D("123456789") * 1, D("1.23456789").sqrt(), abs(D("-123456")), D(2) ** 100, -D("1.234567"))
with localcontext(prec=3, rounding="ROUND_UP") as ctx:
    print(ctx.divide(1, 3), ctx.create_decimal("1.23456"), D("1.23456"), ctx.create_decimal_from_float(0.1), ctx.power(2, 10))
big = Context(prec=50)
print(big.divide(D(1), D(7)), big.sqrt(D(2)), big.exp(1), big.ln(10))
print(Context(prec=4).to_sci_string(D("123456E5")), Context(capitals=0).to_sci_string(D("1E+9")), Context(prec=1).plus(D("15")))
