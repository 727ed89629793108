"""Reading headers, with those that lengthen the next one."""

from tarfile._info import (
    AREGTYPE, BLOCKSIZE, DIRTYPE, GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, NUL, PAX_FIELDS, PAX_NAME_FIELDS, PAX_NUMBER_FIELDS,
    SOLARIS_XHDTYPE, SUPPORTED_TYPES, XGLTYPE, XHDTYPE, HeaderError, checksums,
)


class EmptyHeaderError(HeaderError):
    """There is nothing left."""


class TruncatedHeaderError(HeaderError):
    """The header is cut off."""


class EOFHeaderError(HeaderError):
    """The block of zeros that ends an archive."""


class InvalidHeaderError(HeaderError):
    """The header is none."""


class SubsequentHeaderError(HeaderError):
    """The header that another one announced is missing or wrong."""


def _text(field, encoding, errors):
    return field.partition(NUL)[0].decode(encoding, errors)


def _number(field):
    if field[0] in (0o200, 0o377):
        number = int.from_bytes(field[1:], "big")
        return number - 256 ** (len(field) - 1) if field[0] == 0o377 else number
    try:
        return int(field.partition(NUL)[0].decode("ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header")


def parse_header(cls, block, encoding, errors):
    """The member that a block tells of."""
    if len(block) == 0:
        raise EmptyHeaderError("empty header")
    if len(block) != BLOCKSIZE:
        raise TruncatedHeaderError("truncated header")
    if block.count(NUL) == BLOCKSIZE:
        raise EOFHeaderError("end of file header")
    checksum = _number(block[148:156])
    if checksum not in checksums(block):
        raise InvalidHeaderError("bad checksum")
    info = cls()
    info.name = _text(block[0:100], encoding, errors)
    info.mode, info.uid, info.gid = (_number(block[start:start + 8]) for start in (100, 108, 116))
    info.size, info.mtime = _number(block[124:136]), _number(block[136:148])
    info.chksum = checksum
    info.type = block[156:157]
    info.linkname = _text(block[157:257], encoding, errors)
    info.uname, info.gname = _text(block[265:297], encoding, errors), _text(block[297:329], encoding, errors)
    info.devmajor, info.devminor = _number(block[329:337]), _number(block[337:345])
    prefix = _text(block[345:500], encoding, errors)
    # Old archives tell folders by a slash.
    if info.type == AREGTYPE and info.name.endswith("/"):
        info.type = DIRTYPE
    if info.isdir():
        info.name = info.name.rstrip("/")
    if prefix and info.type not in (b"L", b"K", b"S"):
        info.name = f"{prefix}/{info.name}"
    return info


def read_member(archive):
    """The next member; headers that tell of the one that follows are taken along."""
    fileobj = archive.fileobj
    block = fileobj.read(BLOCKSIZE)
    info = parse_header(archive.tarinfo, block, archive.encoding, archive.errors)
    info.offset = fileobj.tell() - BLOCKSIZE
    if info.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
        return _read_long(archive, info)
    if info.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
        return _read_pax(archive, info)
    info.offset_data = fileobj.tell()
    offset = info.offset_data
    if info.isreg() or info.type not in SUPPORTED_TYPES:
        offset += _blocks(info.size)
    archive.offset = offset
    apply_pax(info, archive.pax_headers, archive.encoding, archive.errors)
    if info.isdir():
        info.name = info.name.rstrip("/")
    return info


def _blocks(size):
    """A size in whole blocks."""
    if size < 0:
        raise InvalidHeaderError("invalid offset")
    return -(-size // BLOCKSIZE) * BLOCKSIZE


def _payload(archive, info):
    data = archive.fileobj.read(_blocks(info.size))
    if len(data) < info.size:
        raise TruncatedHeaderError("unexpected end of data")
    return data[:info.size]


def _following(archive):
    try:
        return read_member(archive)
    except HeaderError as error:
        raise SubsequentHeaderError(str(error)) from None


def _read_long(archive, info):
    name = _text(_payload(archive, info), archive.encoding, archive.errors)
    following = _following(archive)
    following.offset = info.offset
    if info.type == GNUTYPE_LONGNAME:
        following.name = name.removesuffix("/") if following.isdir() else name
    else:
        following.linkname = name
    return following


def _read_pax(archive, info):
    records = _payload(archive, info)
    headers = archive.pax_headers if info.type == XGLTYPE else archive.pax_headers.copy()
    pairs = list(_pax_records(records))
    charset = next((value for keyword, value in pairs if keyword == b"hdrcharset"), None)
    encoding = archive.encoding if charset == b"BINARY" else "utf-8"
    for raw_keyword, raw_value in pairs:
        keyword = _pax_text(raw_keyword, "utf-8", "utf-8", archive.errors)
        if keyword in PAX_NAME_FIELDS:
            value = _pax_text(raw_value, encoding, archive.encoding, archive.errors)
        else:
            value = _pax_text(raw_value, "utf-8", "utf-8", archive.errors)
        headers[keyword] = value
    following = _following(archive)
    if info.type in (XHDTYPE, SOLARIS_XHDTYPE):
        apply_pax(following, headers, archive.encoding, archive.errors)
        following.offset = info.offset
        if "size" in headers:
            offset = following.offset_data
            if following.isreg() or following.type not in SUPPORTED_TYPES:
                offset += _blocks(following.size)
            archive.offset = offset
    return following


def _pax_records(records):
    """The (keyword, value) of a pax header: each record is its length, a space, keyword=value and a line end."""
    place = 0
    while place < len(records) and records[place] != 0:
        space = records.find(b" ", place, place + 21)
        digits = records[place:space] if space >= 0 else b""
        if not digits.isdigit():
            raise InvalidHeaderError("invalid header")
        end = place + int(digits)
        record = records[space + 1:end]
        if end <= space or end > len(records) or not record.endswith(b"\n"):
            raise InvalidHeaderError("invalid header")
        keyword, equals, value = record[:-1].partition(b"=")
        if not keyword or not equals:
            raise InvalidHeaderError("invalid header")
        yield keyword, value
        place = end


def _pax_text(value, encoding, fallback_encoding, fallback_errors):
    try:
        return value.decode(encoding, "strict")
    except UnicodeDecodeError:
        return value.decode(fallback_encoding, fallback_errors)


def apply_pax(info, headers, encoding, errors):
    """Overrides what the plain header told."""
    for keyword, value in headers.items():
        if keyword in PAX_FIELDS:
            if keyword in PAX_NUMBER_FIELDS:
                try:
                    value = PAX_NUMBER_FIELDS[keyword](value)
                except ValueError:
                    value = 0
            elif keyword == "path":
                value = value.rstrip("/")
            setattr(info, keyword, value)
    info.pax_headers = headers.copy()
