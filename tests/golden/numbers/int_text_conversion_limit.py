import sys

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
fits, too_long = 10**4299, 10**4300
print(len(str(fits)), len(repr(-fits)), len(f"{fits}"), len("%d" % fits))
for call in (
    lambda: str(too_long),
    lambda: f"{too_long}",
    lambda: "%d" % too_long,
    lambda: int("9" * 4301),
    lambda: int("1_" * 4300 + "1"),
    lambda: format(too_long, ",d"),
    lambda: [too_long].__repr__(),
):
    try:
        call()
    except ValueError as error:
        print(error)
print(len(hex(too_long)), int("f" * 10_000, 16).bit_length(), int("1" * 20_000, 2).bit_length(), len(f"{too_long:x}"))
print(len(str(int("0" * 10 + "7" * 4290))))
for limit in (639, -1, 2**40, "x"):
    try:
        sys.set_int_max_str_digits(limit)
    except Exception as error:
        print(type(error).__name__, error)
sys.set_int_max_str_digits(640)
try:
    int("1" * 641)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(0)
print(len(str(too_long)), int("9" * 5000) == 10**5000 - 1)
