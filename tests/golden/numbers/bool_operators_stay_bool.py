for a in (True, False):
    for b in (True, False):
        print(a & b, a | b, a ^ b, a + b, a - b, a * b, a < b, a == b)
print(type(True & 1).__name__, True & 1, True | 2, True ^ True, type(True ^ 1).__name__, -True, +True, ~0, True // 2, True / 2, True**2, True << 3)
print(bool.__and__(True, False), bool.__and__(True, 1), bool.__or__(False, 2), (True).__and__("x"), bool(2).__xor__(True))
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    yes = True
    print(~yes, [str(w.message) for w in caught])
try:

    class MyBool(bool):
        pass

except TypeError as error:
    print(error)
for call in (lambda: bool(1, 2), lambda: bool.__new__(int), lambda: True.x, lambda: setattr(True, "x", 1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(True.real, True.numerator, True.bit_length(), True.to_bytes(1), repr(True), str(False), f"{True:5}|{True!s:>6}|{False:d}")
