"""What an archive tells of a member."""

import os
import stat
import struct
import sys
import time
import zlib

from zipfile._format import (
    BZIP2_VERSION, COMPRESSOR_NAMES, DATA_DESCRIPTOR, DEFAULT_VERSION, LOCAL, LOCAL_MAGIC, LZMA_VERSION, UTF8_NAME,
    ZIP64_LIMIT, ZIP64_VERSION, ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, BadZipFile, LargeZipFile, without_extra,
)


class ZipInfo:
    """A member of an archive: its name, date, sizes, how it is packed and where it lies."""

    __slots__ = (
        "orig_filename", "filename", "date_time", "compress_type", "compress_level", "comment", "extra", "create_system",
        "create_version", "extract_version", "reserved", "flag_bits", "volume", "internal_attr", "external_attr",
        "header_offset", "CRC", "compress_size", "file_size", "_raw_time", "_end_offset",
    )

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        end = filename.find("\0")
        self.filename = filename[:end] if end >= 0 else filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = b""
        self.extra = b""
        self.create_system = 0 if sys.platform == "win32" else 3
        self.create_version = self.extract_version = DEFAULT_VERSION
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = 0
        self._end_offset = None

    def __repr__(self):
        parts = [f"<{self.__class__.__name__} filename={self.filename!r}"]
        if self.compress_type != ZIP_STORED:
            parts.append(f"compress_type={COMPRESSOR_NAMES.get(self.compress_type, self.compress_type)}")
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            parts.append(f"filemode={stat.filemode(high)!r}")
        if low:
            parts.append(f"external_attr={low:#x}")
        if not self.is_dir() or self.file_size:
            parts.append(f"file_size={self.file_size!r}")
        if (not self.is_dir() or self.compress_size) and (
            self.compress_type != ZIP_STORED or self.file_size != self.compress_size
        ):
            parts.append(f"compress_size={self.compress_size!r}")
        return " ".join(parts) + ">"

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """What is to be told of a file on the disk."""
        filename = os.fspath(filename)
        status = os.stat(filename)
        is_folder = stat.S_ISDIR(status.st_mode)
        date = time.localtime(status.st_mtime)[:6]
        if not strict_timestamps:
            date = min(max(date, (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 59))
        if arcname is None:
            arcname = filename
        arcname = os.path.normpath(os.path.splitdrive(arcname)[1]).lstrip("/")
        info = cls(arcname + "/" if is_folder else arcname, date)
        info.external_attr = (status.st_mode & 0xFFFF) << 16
        if is_folder:
            info.file_size = 0
            info.external_attr |= 0x10  # a folder, in the words of MS-DOS
        else:
            info.file_size = status.st_size
        return info

    def is_dir(self):
        """Whether this is a folder."""
        return self.filename.endswith("/")

    def _dos_time(self):
        """Date and time as the format has them."""
        year, month, day, hour, minute, second = self.date_time[:6]
        return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2

    def _encoded_name(self):
        """The name's bytes, and the flags with the one for UTF-8 where it is that."""
        try:
            return self.filename.encode("ascii"), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | UTF8_NAME

    def _raise_versions(self, least):
        if self.compress_type == ZIP_BZIP2:
            least = max(least, BZIP2_VERSION)
        elif self.compress_type == ZIP_LZMA:
            least = max(least, LZMA_VERSION)
        self.extract_version = max(least, self.extract_version)
        self.create_version = max(least, self.create_version)

    def FileHeader(self, zip64=None):
        """The record before the member's data."""
        date, clock = self._dos_time()
        if self.flag_bits & DATA_DESCRIPTOR:
            crc = packed = size = 0  # told after the data
        else:
            crc, packed, size = self.CRC, self.compress_size, self.file_size
        if zip64 is None:
            zip64 = size > ZIP64_LIMIT or packed > ZIP64_LIMIT
        elif not zip64 and (size > ZIP64_LIMIT or packed > ZIP64_LIMIT):
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        extra, least = self.extra, 0
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, size, packed)
            size = packed = 0xFFFFFFFF
            least = ZIP64_VERSION
        self._raise_versions(least)
        name, flags = self._encoded_name()
        fixed = LOCAL.pack(
            LOCAL_MAGIC, self.extract_version, self.reserved, flags, self.compress_type, clock, date, crc, packed, size,
            len(name), len(extra),
        )
        return fixed + name + extra

    def _central(self):
        """The numbers of the record in the directory, name, extra field: what the archive packs."""
        date, clock = self._dos_time()
        wide, size, packed, offset = [], self.file_size, self.compress_size, self.header_offset
        if size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
            wide += [size, packed]
            size = packed = 0xFFFFFFFF
        if offset > ZIP64_LIMIT:
            wide.append(offset)
            offset = 0xFFFFFFFF
        extra, least = self.extra, 0
        if wide:
            extra = struct.pack(f"<HH{len(wide)}Q", 1, 8 * len(wide), *wide) + without_extra(extra, (1,))
            least = ZIP64_VERSION
        self._raise_versions(least)
        name, flags = self._encoded_name()
        numbers = (
            self.create_version, self.create_system, self.extract_version, self.reserved, flags, self.compress_type, clock,
            date, self.CRC, packed, size, len(name), len(extra), len(self.comment), 0, self.internal_attr,
            self.external_attr, offset,
        )
        return numbers, name, extra

    def _read_extra(self, name):
        """Takes from the extra field the numbers that did not fit into the record, and the name in UTF-8."""
        extra = self.extra
        while len(extra) >= 4:
            kind, length = struct.unpack("<HH", extra[:4])
            if length + 4 > len(extra):
                raise BadZipFile("Corrupt extra field %04x (size=%d)" % (kind, length))
            if kind == 1:
                self._read_wide(extra[4:length + 4])
            elif kind == 0x7075:
                self._read_unicode_name(extra[4:length + 4], name)
            extra = extra[length + 4:]

    def _read_wide(self, data):
        for field, marks, what in (
            ("file_size", (0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF), "File size"),
            ("compress_size", (0xFFFFFFFF,), "Compress size"),
            ("header_offset", (0xFFFFFFFF,), "Header offset"),
        ):
            if getattr(self, field) in marks:
                if len(data) < 8:
                    raise BadZipFile(f"Corrupt zip64 extra field. {what} not found.")
                setattr(self, field, struct.unpack("<Q", data[:8])[0])
                data = data[8:]

    def _read_unicode_name(self, data, name):
        if len(data) < 5:
            raise BadZipFile("Corrupt unicode path extra field (0x7075)")
        version, crc = struct.unpack("<BL", data[:5])
        if version == 1 and crc == zlib.crc32(name):
            try:
                decoded = data[5:].decode("utf-8")
            except UnicodeDecodeError as error:
                raise BadZipFile("Corrupt unicode path extra field (0x7075): invalid utf-8 bytes") from error
            if decoded:
                end = decoded.find("\0")
                self.filename = decoded[:end] if end >= 0 else decoded
