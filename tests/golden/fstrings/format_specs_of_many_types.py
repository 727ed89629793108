from datetime import date
from decimal import Decimal
from fractions import Fraction

width, precision = 10, 3
print(f"{3.14159:{width}.{precision}}|{'text':*^{width}}|{42:#0{width}x}|{Decimal('3.14159'):.{precision}f}|{Fraction(1, 3):.2f}|{date(2024, 2, 9):%d/%m/%y}|{1e10:,.0f}|{True:>6}|{None!s:>6}|{[1, 2]!r:>8}|{1 + 2j:.1f}|{b'x'!r}|{'é'!a:>8}|{-5:=+8}|{0.25:.0%}|{65:c}|{255:b}")
print(f"{'nested ' + f'{width:>{precision}}'}", f"{width!r:>{precision + 3}}", f"{'a' if width > 5 else 'b':>3}", f"{ {'a': 1}['a'] :>3}", f"{(lambda: 5)():>3}", f'{"quote":>{len("quotes")}}')
for source in ('f"{5:q}"', 'f"{"a":d}"', 'f"{None:5}"', 'f"{[]:>3}"', 'f"{5:{"x" * 3}}"', 'f"{5!r:d}"', 'f"{5:.-1f}"', 'f"{undefined}"', 'f"{1/0}"', 'f"{5:{1}{2}{3}}"', 'f"{5.5:d}"', 'f"{date(2024, 1, 1):{5}}"'):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, "|", type(error).__name__, error)
