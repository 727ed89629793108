import locale

print(locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL, "C"))
try:
    locale.setlocale(locale.LC_ALL, "xx_YY")
except locale.Error as error:
    print(error)
customs = locale.localeconv()
print(customs["decimal_point"], repr(customs["thousands_sep"]), customs["frac_digits"])
print(locale.format_string("%d and %.2f, %s%%", (1234567, 2.5, "x"), grouping=True))
print(locale.format_string("%(a)d", {"a": 3}), locale.str(2.5), locale.atof("2.5"), locale.atoi("12"))
print(locale.strcoll("a", "b") < 0, locale.strxfrm("abc"))
try:
    locale.currency(3)
except ValueError as error:
    print(error)
