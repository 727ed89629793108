import sys

# An archive of one stored file, written by hand: whatever reads it is not imported yet.
NAME, TEXT = b"inside.py", b"import json, textwrap\nvalue = 42\nprint(__name__, 'runs')\n"
import binascii

crc = binascii.crc32(TEXT).to_bytes(4, "little")
sizes = len(TEXT).to_bytes(4, "little") * 2
common = b"\0\0\0\0\0\0\x21\0" + crc + sizes + len(NAME).to_bytes(2, "little") + b"\0\0"
local = b"PK\3\4\x14\0" + common + NAME + TEXT
central = b"PK\1\2\x14\0\x14\0" + common + bytes(14) + NAME
end = b"PK\5\6\0\0\0\0\1\0\1\0" + len(central).to_bytes(4, "little") + len(local).to_bytes(4, "little") + b"\0\0"
with open("by_hand.zip", "wb") as file:
    file.write(local + central + end)
with open("no_archive.zip", "wb") as file:
    file.write(b"nothing")
sys.path[:0] = ["no_archive.zip", "by_hand.zip", "by_hand.zip/folder", "missing.zip"]
import inside

print(inside.value, inside.__spec__.origin, type(inside.__loader__).__name__)
import difflib

print(difflib.get_close_matches("aple", ["apple", "pear"]))
try:
    import not_there
except ModuleNotFoundError as error:
    print(error)
