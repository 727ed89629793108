print(int("1_000"), float("1_0.0_1"), complex("1_0j"), 1_000, 0x_FF, 1_0e1_0, int("0x_ff", 16), int("0_1"))
print(int("١٢٣"), int("१२"), float("３.５"), int("１_０"), complex("１j"))
for text in ("1__0", "_1", "1_", "²", "½", "一", "٣.٤"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
print("²".isdigit(), "²".isdecimal(), "½".isnumeric(), "½".isdigit(), "一".isnumeric(), "٣".isdecimal())
for source in ("1__0", "1_", "0_x1", "0x", "0b2", "0o8", "1_.0", "1e", "012", "1_j"):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(source, error.msg)
