"""The integer presentations: signs, grouping, alternate forms, padding, characters, and conflicts."""
for spec in ("", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", ",", "_", "_b", "_x", "#_x", "08", "+08d", " d", "=+8", "<8", "^8", ">8", "*^9d", "#010x", "#012_b", "010,", "e", ".2f", "g", "%", ".1%", "020,.3f"):
    print(spec, [format(value, spec) for value in (66, 1234567)], end=" ")
    try:
        print([format(value, spec) for value in (-66, 0, 2**70)])
    except (ValueError, OverflowError) as error:
        print(error)
for spec in (".2d", ".0x", ",x", ",b", "_n", ",_d", "#c", "+c", "s", "zd", "z", "10s", ",c", "_c", ",,", "__", "0c", "05c", "é^5", "xd", "5", "\x00<5", "#", "#d", "=", "<", "99999999999999999999d", "1.d"):
    try:
        print(repr(spec), repr(format(65, spec)))
    except (ValueError, OverflowError) as error:
        print(repr(spec), error)
print([format(True, spec) for spec in ("", "d", "5", "x", "s"[:0], "b")], f"{True}", f"{True:5}", f"{False:d}|{True!s:>6}")
