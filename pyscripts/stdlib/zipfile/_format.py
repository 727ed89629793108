"""The records of a ZIP archive, as PKWARE's APPNOTE lays them out, and the ways to pack a member."""

import struct
import zlib

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1

DEFAULT_VERSION, ZIP64_VERSION, BZIP2_VERSION, LZMA_VERSION = 20, 45, 46, 63
MAX_EXTRACT_VERSION = 63

# Bits of a member's flags.
ENCRYPTED = 1 << 0
DATA_DESCRIPTOR = 1 << 3
PATCHED = 1 << 5
STRONG_ENCRYPTION = 1 << 6
UTF8_NAME = 1 << 11

LOCAL = struct.Struct("<4sBBHHHHLLLHH")
LOCAL_MAGIC = b"PK\003\004"
CENTRAL = struct.Struct("<4sBBBBHHHHLLLHHHHHLL")
CENTRAL_MAGIC = b"PK\001\002"
END = struct.Struct("<4s4H2LH")
END_MAGIC = b"PK\005\006"
END64 = struct.Struct("<4sQ2H2L4Q")
END64_MAGIC = b"PK\006\006"
LOCATOR64 = struct.Struct("<4sLQL")
LOCATOR64_MAGIC = b"PK\006\007"
DESCRIPTOR_MAGIC = b"PK\007\010"

COMPRESSOR_NAMES = {
    0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode", 7: "tokenize",
    8: "deflate", 9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma", 18: "terse", 19: "lz77", 97: "wavpack",
    98: "ppmd",
}


class BadZipFile(Exception):
    """The archive is damaged, or is no archive."""


class LargeZipFile(Exception):
    """The archive needs the ZIP64 extension, which the caller forbids."""


def check_compression(method):
    """Refuses a way of packing that is not there."""
    if method in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2):
        return
    if method == ZIP_LZMA:
        raise RuntimeError("Compression requires the (missing) lzma module")
    raise NotImplementedError("That compression method is not supported")


def compressor(method, level=None):
    """What packs the data of a member; None where it is stored as it is."""
    if method == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor(9 if level is None else level)
    return None


def decompressor(method):
    """What unpacks the data of a member; None where it is stored as it is."""
    if method == ZIP_STORED:
        return None
    if method == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    if method in COMPRESSOR_NAMES:
        raise NotImplementedError(f"compression type {method} ({COMPRESSOR_NAMES[method]})")
    raise NotImplementedError(f"compression type {method}")


def without_extra(extra, kinds):
    """An extra field without the parts of these kinds."""
    kept, place = [], 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, place)
        if kind not in kinds:
            kept.append(extra[place:place + 4 + length])
        place += 4 + length
    kept.append(extra[place:])
    return b"".join(kept)


def read_end(file):
    """The end record of an archive as (entries, size and place of the directory, comment, where the record lies), with
    the numbers of the ZIP64 extension where there are any; None if there is none."""
    file.seek(0, 2)
    size = file.tell()
    start = max(size - END.size - ZIP_MAX_COMMENT, 0)
    file.seek(start)
    data = file.read()
    # Without a comment the record is the very end; with one, the last magic that is not in the comment.
    place = len(data) - END.size
    if not (place >= 0 and data[place:place + 4] == END_MAGIC and data[-2:] == b"\0\0"):
        place = data.rfind(END_MAGIC)
    if place < 0 or place + END.size > len(data):
        return None
    _, disk, _, _, entries, length, offset, comment_length = END.unpack_from(data, place)
    comment = data[place + END.size:place + END.size + comment_length]
    where = start + place
    wide = _read_end64(file, where)
    if wide is not None:
        entries, length, offset, extra = wide
        return entries, length, offset, comment, where - extra
    return entries, length, offset, comment, where


def _read_end64(file, where):
    """The numbers of the ZIP64 end record before the end record, and the size of the two records it has."""
    if where < LOCATOR64.size:
        return None
    file.seek(where - LOCATOR64.size)
    data = file.read(LOCATOR64.size)
    if len(data) != LOCATOR64.size:
        return None
    magic, disk, _, disks = LOCATOR64.unpack(data)
    if magic != LOCATOR64_MAGIC:
        return None
    if disk != 0 or disks > 1:
        raise BadZipFile("zipfiles that span multiple disks are not supported")
    both = LOCATOR64.size + END64.size
    if where < both:
        return None
    file.seek(where - both)
    data = file.read(END64.size)
    if len(data) != END64.size or not data.startswith(END64_MAGIC):
        return None
    *_, entries, length, offset = END64.unpack(data)
    return entries, length, offset, both
