"""Malformed numbers are refused at the character that is wrong."""
for source in ("0b", "0b2", "0b1a", "0o8", "0o", "0x", "0xg", "1__0", "1_", "_1", "0_7", "01", "09.5", "09", "1e", "1e_1", "1.e", "1..", "1.2.3", "1.a", "1j1", "1ja", "0b1.0", "0x1.0", "0o1e5", "00.5", "0e0", "0_0", "1_000_000", "0B1", "0XfF", "1E5J", "1_0.0_1e+0_2", ".5e-1", "5.", "0777", "0b_1", "0x_f", "1e+", "1e5e"):
    try:
        print(source, eval(source))
    except SyntaxError as error:
        print(source, "|", error.msg)
    except NameError as error:
        print(source, "|", error)
