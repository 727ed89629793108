"""What an archive tells of a member, and how its header is written."""

import copy
import stat
import struct
import sys

NUL = b"\0"
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC, POSIX_MAGIC = b"ustar  \0", b"ustar\x0000"
LENGTH_NAME = LENGTH_LINK = 100
LENGTH_PREFIX = 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = (
    b"0", b"\0", b"1", b"2", b"3", b"4", b"5", b"6", b"7"
)
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
SUPPORTED_TYPES = (
    REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME, GNUTYPE_LONGLINK,
    GNUTYPE_SPARSE,
)

USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT

ENCODING = "utf-8" if sys.platform == "win32" else sys.getfilesystemencoding()

# The fields of a pax header that override those of the plain one, and those of them that are numbers.
PAX_FIELDS = ("path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname")
PAX_NAME_FIELDS = {"path", "linkpath", "uname", "gname"}
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}

_KEEP = object()


class TarError(Exception):
    """The base of all errors of tarfile."""


class ExtractError(TarError):
    """A member cannot be extracted as it is told."""


class ReadError(TarError):
    """The archive cannot be read."""


class CompressionError(TarError):
    """The packing is not available."""


class StreamError(TarError):
    """A stream is asked for what only a file can do."""


class HeaderError(TarError):
    """A header makes no sense."""


def bytes_field(text, length, encoding, errors):
    """A text in a field of this length."""
    if text is None:
        raise ValueError("metadata cannot contain None")
    return text.encode(encoding, errors)[:length].ljust(length, NUL)


def number_field(number, digits=8, format=DEFAULT_FORMAT):
    """A number in a field: octal digits, or bytes where the format allows it and the digits do not do."""
    number = int(number)
    if 0 <= number < 8 ** (digits - 1):
        return bytes("%0*o" % (digits - 1, number), "ascii") + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= number < 256 ** (digits - 1):
        mark = b"\x80" if number >= 0 else b"\xff"
        return mark + (number & (256 ** (digits - 1) - 1)).to_bytes(digits - 1, "big")
    raise ValueError("overflow in number field")


def checksums(block):
    """The sums of a header, its field of the sum taken for spaces: of unsigned and of signed bytes."""
    unsigned = 256 + sum(block[:148]) + sum(block[156:512])
    signed = unsigned - 256 * sum(byte > 127 for byte in block[:148] + block[156:512])
    return unsigned, signed


def padded(data):
    """Data filled up to whole blocks."""
    rest = len(data) % BLOCKSIZE
    return data + NUL * (BLOCKSIZE - rest) if rest else data


class TarInfo:
    """A member of an archive."""

    __slots__ = {
        "name": "Name of the archive member.", "mode": "Permission bits.",
        "uid": "User ID of the user who originally stored this member.",
        "gid": "Group ID of the user who originally stored this member.", "size": "Size in bytes.",
        "mtime": "Time of last modification.", "chksum": "Header checksum.", "type": "File type.",
        "linkname": "Name of the target file name, which is only present in TarInfo objects of type LNKTYPE and SYMTYPE.",
        "uname": "User name.", "gname": "Group name.", "devmajor": "Device major number.",
        "devminor": "Device minor number.", "offset": "The tar header starts here.",
        "offset_data": "The file's data starts here.",
        "pax_headers": "A dictionary containing key-value pairs of an associated pax extended header.",
        "sparse": "Sparse member information.", "_link_target": None,
    }

    def __init__(self, name=""):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ""
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse = None
        self.pax_headers = {}
        self._link_target = None

    @property
    def path(self):
        """The same as name."""
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        """The same as linkname."""
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP, gname=_KEEP,
                deep=True):
        """A copy with other values."""
        result = copy.deepcopy(self) if deep else copy.copy(self)
        given = dict(name=name, mtime=mtime, mode=mode, linkname=linkname, uid=uid, gid=gid, uname=uname, gname=gname)
        for field, value in given.items():
            if value is not _KEEP:
                setattr(result, field, value)
        return result

    def get_info(self):
        """The values as a dict."""
        info = {
            field: getattr(self, field) for field in (
                "name", "mode", "uid", "gid", "size", "mtime", "chksum", "type", "linkname", "uname", "gname", "devmajor",
                "devminor",
            )
        }
        if info["mode"] is not None:
            info["mode"] &= 0o7777
        if info["type"] == DIRTYPE and not info["name"].endswith("/"):
            info["name"] += "/"
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        """The header, as bytes."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError("%s may not be None" % name)
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError("invalid format")

    def create_ustar_header(self, info, encoding, errors):
        info["magic"] = POSIX_MAGIC
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            info["prefix"], info["name"] = self._split_name(info["name"], encoding, errors)
        return self._header(info, USTAR_FORMAT, encoding, errors)

    @staticmethod
    def _split_name(name, encoding, errors):
        """A long name in two parts, at a slash."""
        parts = name.split("/")
        for place in range(1, len(parts)):
            prefix, rest = "/".join(parts[:place]), "/".join(parts[place:])
            if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(rest.encode(encoding, errors)) <= LENGTH_NAME:
                return prefix, rest
        raise ValueError("name is too long")

    def create_gnu_header(self, info, encoding, errors):
        info["magic"] = GNU_MAGIC
        blocks = b""
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            blocks += self._long_header(info["linkname"], GNUTYPE_LONGLINK, encoding, errors)
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            blocks += self._long_header(info["name"], GNUTYPE_LONGNAME, encoding, errors)
        return blocks + self._header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        info["magic"] = POSIX_MAGIC
        headers = self.pax_headers.copy()
        # What does not fit into the plain header, or is not ASCII, goes into one of its own.
        for field, pax_field, length in (
            ("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK), ("uname", "uname", 32), ("gname", "gname", 32),
        ):
            if pax_field in headers:
                continue
            if not info[field].isascii() or len(info[field]) > length:
                headers[pax_field] = info[field]
        for field, digits in ("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12):
            value = info[field]
            rounded = round(value) if isinstance(value, float) else value
            if not 0 <= rounded < 8 ** (digits - 1):
                info[field] = 0
                needed = True
            else:
                info[field] = rounded
                needed = isinstance(value, float)
            if needed and field not in headers:
                headers[field] = str(value)
        extended = self._pax_header(headers, XHDTYPE, encoding) if headers else b""
        return extended + self._header(info, USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """The header with fields for all members that follow."""
        return cls._pax_header(pax_headers, XGLTYPE, "utf-8")

    @staticmethod
    def _header(info, format, encoding, errors):
        is_device = info.get("type") in (CHRTYPE, BLKTYPE)
        devices = [number_field(info.get(field, 0), 8, format) if is_device else bytes_field("", 8, encoding, errors)
                   for field in ("devmajor", "devminor")]
        kind = info.get("type", REGTYPE)
        if kind is None:
            raise ValueError("TarInfo.type must not be None")
        parts = [
            bytes_field(info.get("name", ""), 100, encoding, errors), number_field(info.get("mode", 0) & 0o7777, 8, format),
            number_field(info.get("uid", 0), 8, format), number_field(info.get("gid", 0), 8, format),
            number_field(info.get("size", 0), 12, format), number_field(info.get("mtime", 0), 12, format), b" " * 8, kind,
            bytes_field(info.get("linkname", ""), 100, encoding, errors), info.get("magic", POSIX_MAGIC),
            bytes_field(info.get("uname", ""), 32, encoding, errors), bytes_field(info.get("gname", ""), 32, encoding, errors),
            *devices, bytes_field(info.get("prefix", ""), 155, encoding, errors),
        ]
        block = struct.pack("%ds" % BLOCKSIZE, b"".join(parts))
        return block[:148] + bytes("%06o\0 " % checksums(block)[0], "ascii") + block[156:]

    @classmethod
    def _long_header(cls, name, kind, encoding, errors):
        data = name.encode(encoding, errors) + NUL
        info = {"name": "././@LongLink", "type": kind, "size": len(data), "magic": GNU_MAGIC}
        return cls._header(info, USTAR_FORMAT, encoding, errors) + padded(data)

    @classmethod
    def _pax_header(cls, headers, kind, encoding):
        is_binary = any("\udc80" <= letter <= "\udcff" for value in headers.values() for letter in value)
        records = b"21 hdrcharset=BINARY\n" if is_binary else b""
        for keyword, value in headers.items():
            text = keyword.encode("utf-8") + b"=" + (
                value.encode(encoding, "surrogateescape") if is_binary else value.encode("utf-8")
            ) + b"\n"
            # The length counts its own digits too.
            length = total = len(text) + 1
            while total != length + len(str(total)):
                total = length + len(str(total))
            records += b"%d %b" % (total, text)
        info = {"name": "././@PaxHeader", "type": kind, "size": len(records), "magic": POSIX_MAGIC}
        return cls._header(info, USTAR_FORMAT, "ascii", "replace") + padded(records)

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member that a header tells of."""
        from tarfile._read import parse_header
        return parse_header(cls, buf, encoding, errors)

    def isreg(self):
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)

    def _file_mode(self):
        """The mode with the bits that tell the type, for listings."""
        kinds = {
            SYMTYPE: stat.S_IFLNK, CHRTYPE: stat.S_IFCHR, BLKTYPE: stat.S_IFBLK, DIRTYPE: stat.S_IFDIR, FIFOTYPE: stat.S_IFIFO,
            **dict.fromkeys(REGULAR_TYPES, stat.S_IFREG),
        }
        return self.mode | kinds.get(self.type, 0)
