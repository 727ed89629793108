"""Unknown escapes warn once for each string; octal ones that are too large warn too."""
import warnings


def attempt(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = repr(eval(source))
        except SyntaxError as error:
            result = f"SyntaxError {error.msg} {error.lineno} {error.offset}"
        print(ascii(source), ascii(result), [(w.category.__name__, str(w.message), w.lineno) for w in caught])


for source in (r"'\z'", r"'\z\y'", r"b'\z'", r"b'\z\q'", r"'\400'", r"b'\400'", r"'\377'", r"r'\z'", r"f'\z'", r"f'\z{1}\q'",
               "'''a\n\\z'''", r"'\z' '\q'", r"'\8'", r"'\x4'", r"'\xg0'", r"b'\x4'", r"'\u12'", r"'\U0011ffff'", r"'\U123'",
               r"'\N{LATIN SMALL LETTER A}'", r"'\N{}'", r"'\N{nope}'", r"'\N'", r"'\N{'", r"b'\N{DIGIT ONE}'", r"'\
'", r"'\a\b\f\n\r\t\v\'\"\\'", r"'\0\07\007\0007'", r"rb'\z'", r"'\N{greek small letter alpha}'",
               r"'ab\x4'", r"'ab\ud800'", r"f'\N{DIGIT ONE}{2}'"):
    attempt(source)
