"""The tables of RFC 3454 for the preparation of names, computed from the properties of characters."""

import unicodedata

_MAPPED_TO_NOTHING = frozenset(
    [0xAD, 0x34F, 0x1806, 0x180B, 0x180C, 0x180D, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10)]
)
_CONTROLS = frozenset(
    [0x6DD, 0x70F, 0x180E, 0x200C, 0x200D, 0x2028, 0x2029, 0xFEFF, *range(0x2060, 0x2064), *range(0x206A, 0x2070),
     *range(0xFFF9, 0xFFFD), *range(0x1D173, 0x1D17B)]
)
_DIRECTIONS = frozenset([0x340, 0x341, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x206A, 0x2070)])


def in_table_a1(code):
    """Not assigned."""
    return unicodedata.category(code) == "Cn" and not in_table_c4(code)


def in_table_b1(code):
    """Mapped to nothing."""
    return ord(code) in _MAPPED_TO_NOTHING


def map_table_b3(code):
    """Case folded."""
    return code.casefold()


def map_table_b2(a):
    """Case folded, for normal form KC."""
    folded = map_table_b3(a)
    normal = unicodedata.normalize("NFKC", folded)
    again = unicodedata.normalize("NFKC", "".join(map(map_table_b3, normal)))
    return again if normal != again else folded


def in_table_c11(code):
    """ASCII space."""
    return code == " "


def in_table_c12(code):
    """Other spaces."""
    return unicodedata.category(code) == "Zs" and code != " " or code == "\u200b"


def in_table_c11_c12(code):
    """Spaces."""
    return in_table_c11(code) or in_table_c12(code)


def in_table_c21(code):
    """ASCII control characters."""
    return ord(code) < 128 and unicodedata.category(code) == "Cc"


def in_table_c22(code):
    """Other control characters."""
    return ord(code) >= 128 and (unicodedata.category(code) == "Cc" or ord(code) in _CONTROLS)


def in_table_c21_c22(code):
    """Control characters."""
    return in_table_c21(code) or in_table_c22(code)


def in_table_c3(code):
    """Private use."""
    return unicodedata.category(code) == "Co"


def in_table_c4(code):
    """No characters."""
    return 0xFDD0 <= ord(code) < 0xFDF0 or ord(code) & 0xFFFE == 0xFFFE


def in_table_c5(code):
    """Surrogates."""
    return unicodedata.category(code) == "Cs"


def in_table_c6(code):
    """Not for plain text."""
    return 0xFFF9 <= ord(code) <= 0xFFFD


def in_table_c7(code):
    """Not for canonical representation."""
    return 0x2FF0 <= ord(code) <= 0x2FFB


def in_table_c8(code):
    """Changes of how text is shown."""
    return ord(code) in _DIRECTIONS


def in_table_c9(code):
    """Tags."""
    return ord(code) == 0xE0001 or 0xE0020 <= ord(code) <= 0xE007F


def in_table_d1(code):
    """Written from right to left."""
    return unicodedata.bidirectional(code) in ("R", "AL")


def in_table_d2(code):
    """Written from left to right."""
    return unicodedata.bidirectional(code) == "L"
