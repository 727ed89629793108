import warnings
from re import _compiler, _constants, _parser

for name in ("AT_LOCALE", "AT_MULTILINE", "AT_UNICODE", "CH_LOCALE", "CH_UNICODE", "MAGIC", "OP_IGNORE",
             "OP_LOCALE_IGNORE", "OP_UNICODE_IGNORE", "PatternError", "SRE_INFO_CHARSET", "SRE_INFO_LITERAL"):
    print(name, getattr(_constants, name), hasattr(_compiler, name))
print(sorted(_parser.CATEGORIES.items()))
for name in ("ESCAPES", "REPEAT_CHARS", "SPECIAL_CHARS"):
    print(name, getattr(_parser, name))
for name in ("ASCIILETTERS", "DIGITS", "HEXDIGITS", "OCTDIGITS", "WHITESPACE"):
    print(name, sorted(getattr(_parser, name)))
print(_compiler.isstring("a"), _compiler.isstring(b"a"), _compiler.isstring(1))
print(_compiler.compile("a+", 2), _compiler.compile(_parser.parse("(b)c")).match("bc").groups())
try:
    _compiler.compile("(")
except _constants.error as error:
    print(error)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    import sre_compile
    import sre_constants
    import sre_parse
print([str(warning.message) for warning in seen])
print(sre_compile.compile("x"), sre_parse.parse("a"), sre_constants.MAXREPEAT)
