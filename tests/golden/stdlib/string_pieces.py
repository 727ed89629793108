import _string

print(list(_string.formatter_parser("a {2!s}{{x}}{0:^+10.3f}{b.c!r:>{w}} end")))
first, rest = _string.formatter_field_name_split("obj.arg[key][0]")
print(first, list(rest))
for call in _string.formatter_parser, _string.formatter_field_name_split:
    try:
        call(1)
    except TypeError as error:
        print(error)
