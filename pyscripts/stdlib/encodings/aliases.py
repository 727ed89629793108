"""Other names of encodings."""

__all__ = ["aliases"]

_TABLE = """
ascii: 646 ansi_x3.4_1968 iso646_us iso_ir_6 us us_ascii
base64_codec: base64 base_64
cp1250: 1250 windows_1250
cp1251: 1251 windows_1251
cp1252: 1252 windows_1252
cp1253: 1253 windows_1253
cp1254: 1254 windows_1254
cp1256: 1256 windows_1256
cp1257: 1257 windows_1257
cp437: 437 cspc8codepage437 ibm437
cp850: 850 cspc850multilingual ibm850
cp852: 852 cspcp852 ibm852
cp866: 866 csibm866 ibm866
hex_codec: hex
iso8859_15: iso_8859_15 l9 latin9
iso8859_2: csisolatin2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2
iso8859_5: csisolatincyrillic cyrillic iso_8859_5 iso_8859_5_1988 iso_ir_144
iso8859_7: csisolatingreek ecma_118 elot_928 greek greek8 iso_8859_7 iso_8859_7_1987 iso_ir_126
iso8859_9: csisolatin5 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5
koi8_r: cskoi8r
latin_1: 8859 cp819 iso8859 iso8859_1 iso_8859_1 l1 latin latin1
mac_roman: macintosh macroman
rot_13: rot13
utf_16: u16 utf16
utf_16_be: utf_16be
utf_16_le: utf_16le
utf_32: u32 utf32
utf_32_be: utf_32be
utf_32_le: utf_32le
utf_8: u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001
zlib_codec: zip zlib
"""

aliases = {}
for _line in _TABLE.replace("\n    ", " ").split("\n"):
    _name, _, _others = _line.partition(": ")
    aliases.update(dict.fromkeys(_others.split(), _name))
del _line, _name, _others
