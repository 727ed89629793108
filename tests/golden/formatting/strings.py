for spec in ("", "s", "8", "<8", ">8", "^8", "*^9", ".2", "8.2", "->8s", "08", "\u00e9>5"):
    print(ascii(spec), "[" + format("abc", spec) + "]")
for spec in ("d", "+", ",", "=8", "#", ".", "ss"):
    try:
        print(spec, format("abc", spec))
    except ValueError as e:
        print(spec, e)
for o in (None, [], {}, object):
    try:
        format(o, "5")
    except TypeError as e:
        print(e)
print(format(None), format([1]), format(True, "5"), format(True, "d"), format(1 + 2j, ".1f"))
