"""`sre_parse` and `sre_constants` are what `re` has under names of its own, with a warning."""
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import sre_constants
    import sre_parse
print([(warning.category.__name__, str(warning.message)) for warning in caught])
import re._constants
import re._parser

print(sre_parse.parse is re._parser.parse, sre_constants.MAXREPEAT is re._constants.MAXREPEAT)
print(sre_parse.parse("ab?").getwidth(), sre_parse.__name__, sre_constants.__name__, sre_constants.LITERAL)
