"""`nl_langinfo`: texts of the C locale."""

import locale

for name in ("CODESET RADIXCHAR THOUSEP DAY_1 DAY_7 ABDAY_2 MON_1 MON_12 ABMON_5 AM_STR PM_STR D_T_FMT D_FMT T_FMT T_FMT_AMPM "
             "ERA ERA_D_FMT ALT_DIGITS ERA_D_T_FMT ERA_T_FMT CRNCYSTR YESEXPR NOEXPR").split():
    number = getattr(locale, name)
    print(name, number, repr(locale.nl_langinfo(number)))
try:
    locale.nl_langinfo(1)
except ValueError as error:
    print(error)
