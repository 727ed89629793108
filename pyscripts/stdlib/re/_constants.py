"""The names in the trees that `re._parser` makes of patterns."""

from re import PatternError

error = PatternError
__all__ = ["MAXREPEAT", "MAXGROUPS", "MAGIC", "PatternError", "error"]

# The version of these names: programs that know others ask for it.
MAGIC = 20230612

MAXGROUPS = 1073741823


class _NamedIntConstant(int):
    """A number that shows its name."""

    def __new__(cls, value, name):
        self = super().__new__(cls, value)
        self.name = name
        return self

    def __repr__(self):
        return self.name

    __reduce__ = None


MAXREPEAT = _NamedIntConstant(4294967295, "MAXREPEAT")


def _named(names):
    """Number names from 0 on, and make them names of this module."""
    constants = [_NamedIntConstant(number, name) for number, name in enumerate(names.split())]
    globals().update({constant.name: constant for constant in constants})
    __all__.extend(constant.name for constant in constants)
    return constants


OPCODES = _named("""
    FAILURE SUCCESS ANY ANY_ALL ASSERT ASSERT_NOT AT BRANCH CATEGORY CHARSET BIGCHARSET GROUPREF GROUPREF_EXISTS IN
    INFO JUMP LITERAL MARK MAX_UNTIL MIN_UNTIL NOT_LITERAL NEGATE RANGE REPEAT REPEAT_ONE SUBPATTERN MIN_REPEAT_ONE
    ATOMIC_GROUP POSSESSIVE_REPEAT POSSESSIVE_REPEAT_ONE GROUPREF_IGNORE IN_IGNORE LITERAL_IGNORE NOT_LITERAL_IGNORE
    GROUPREF_LOC_IGNORE IN_LOC_IGNORE LITERAL_LOC_IGNORE NOT_LITERAL_LOC_IGNORE GROUPREF_UNI_IGNORE IN_UNI_IGNORE
    LITERAL_UNI_IGNORE NOT_LITERAL_UNI_IGNORE RANGE_UNI_IGNORE MIN_REPEAT MAX_REPEAT
""")

ATCODES = _named("""
    AT_BEGINNING AT_BEGINNING_LINE AT_BEGINNING_STRING AT_BOUNDARY AT_NON_BOUNDARY AT_END AT_END_LINE AT_END_STRING
    AT_LOC_BOUNDARY AT_LOC_NON_BOUNDARY AT_UNI_BOUNDARY AT_UNI_NON_BOUNDARY
""")

CHCODES = _named("""
    CATEGORY_DIGIT CATEGORY_NOT_DIGIT CATEGORY_SPACE CATEGORY_NOT_SPACE CATEGORY_WORD CATEGORY_NOT_WORD
    CATEGORY_LINEBREAK CATEGORY_NOT_LINEBREAK CATEGORY_LOC_WORD CATEGORY_LOC_NOT_WORD CATEGORY_UNI_DIGIT
    CATEGORY_UNI_NOT_DIGIT CATEGORY_UNI_SPACE CATEGORY_UNI_NOT_SPACE CATEGORY_UNI_WORD CATEGORY_UNI_NOT_WORD
    CATEGORY_UNI_LINEBREAK CATEGORY_UNI_NOT_LINEBREAK
""")



def _extended(codes, kind, bases):
    """Some codes, each with that of the same name and `kind` in front of its last words."""
    names = {code.name: code for code in codes}
    return {names[base]: names.get(name, names[base]) for base, name in ((base, kind(base)) for base in bases)}


_CATEGORIES = [code.name for code in CHCODES if "_LOC_" not in code.name and "_UNI_" not in code.name]
OP_IGNORE, OP_LOCALE_IGNORE, OP_UNICODE_IGNORE = (
    _extended(OPCODES, lambda base: base + ending, ["LITERAL", "NOT_LITERAL"])
    for ending in ("_IGNORE", "_LOC_IGNORE", "_UNI_IGNORE"))
AT_MULTILINE = _extended(ATCODES, lambda base: base + "_LINE", ["AT_BEGINNING", "AT_END"])
AT_LOCALE, AT_UNICODE = (
    _extended(ATCODES, lambda base: base.replace("AT_", kind, 1), ["AT_BOUNDARY", "AT_NON_BOUNDARY"])
    for kind in ("AT_LOC_", "AT_UNI_"))
CH_LOCALE, CH_UNICODE = (
    _extended(CHCODES, lambda base: base.replace("CATEGORY_", kind, 1), _CATEGORIES)
    for kind in ("CATEGORY_LOC_", "CATEGORY_UNI_"))
__all__ += ["OP_IGNORE", "OP_LOCALE_IGNORE", "OP_UNICODE_IGNORE", "AT_MULTILINE", "AT_LOCALE", "AT_UNICODE",
            "CH_LOCALE", "CH_UNICODE"]

SRE_INFO_PREFIX, SRE_INFO_LITERAL, SRE_INFO_CHARSET = 1, 2, 4
SRE_FLAG_IGNORECASE = 2
SRE_FLAG_LOCALE = 4
SRE_FLAG_MULTILINE = 8
SRE_FLAG_DOTALL = 16
SRE_FLAG_UNICODE = 32
SRE_FLAG_VERBOSE = 64
SRE_FLAG_DEBUG = 128
SRE_FLAG_ASCII = 256
__all__ += [name for name in list(globals()) if name.startswith(("SRE_FLAG_", "SRE_INFO_"))] + ["OPCODES", "ATCODES", "CHCODES"]
