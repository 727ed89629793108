"""A number right before a keyword is deprecated, and before other letters refused."""
import warnings


def attempt(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = eval(source)
        except SyntaxError as error:
            result = f"SyntaxError {error.msg} {error.offset}"
        print(repr(source), result, [(w.category.__name__, str(w.message), w.lineno) for w in caught])


for source in ("1if 1 else 2", "0x1for x in ()", "1or 2", "1and 2", "0xfor 1", "1in [1]", "1is 1", "1not in [2]",
               "1.5if 1 else 2", "1jif 1 else 2", "0b1or 0", "0o7and 1", "1e3or 1", "[1for x in (1,)]", "1_0if 1 else 2",
               "1a", "0b12", "0b1a", "0o8", "0xg", "1__0", "1_", "0_7", "07", "00", "0b", "1e", "1.e", "1.5a", "1jx",
               "0x_f", "0_x", "1 .real", "1..real", "1_.5", "1e_5", "1_e5", "0xfe_", "9" * 5):
    attempt(source)
