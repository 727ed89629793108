"""Property lists in their binary form: objects one after another, a table of their places, a trailer."""

import datetime
import struct
from struct import pack, unpack

_EPOCH = datetime.datetime(2001, 1, 1)
_UNDEFINED = object()


class InvalidBinary(Exception):
    """The bytes are not those of a property list."""


class _Reader:
    """Reads objects by their numbers."""

    def __init__(self, data, dict_type, aware, uid):
        self.data, self.dict_type, self.aware, self.uid = data, dict_type, aware, uid

    def run(self):
        if len(self.data) < 32:
            raise InvalidBinary
        offset_size, self.reference_size, count, top, table = unpack(">6xBBQQQ", self.data[-32:])
        if not self.reference_size or not offset_size or table > len(self.data):
            raise InvalidBinary
        self.places = self.numbers(table, count, offset_size)
        self.objects = [_UNDEFINED] * count
        return self.object(top)

    def piece(self, place, size):
        found = self.data[place:place + size]
        if len(found) != size:
            raise InvalidBinary
        return found

    def numbers(self, place, count, size):
        data = self.piece(place, count * size)
        return [int.from_bytes(data[at:at + size], "big") for at in range(0, len(data), size)]

    def size(self, low, place):
        """The count of an object, and the place behind it."""
        if low != 0xF:
            return low, place
        width = 1 << (self.data[place] & 3)
        return int.from_bytes(self.piece(place + 1, width), "big"), place + 1 + width

    def object(self, number):
        result = self.objects[number]
        if result is not _UNDEFINED:
            return result
        place = self.places[number]
        token = self.data[place]
        high, low, place = token & 0xF0, token & 0x0F, place + 1
        result = self.plain(token, high, low, place)
        if result is _UNDEFINED:
            return self.container(number, high, low, place)
        self.objects[number] = result
        return result

    def plain(self, token, high, low, place):
        if token in (0x00, 0x08, 0x09, 0x0F):
            return {0x00: None, 0x08: False, 0x09: True, 0x0F: b""}[token]
        if high == 0x10:
            return int.from_bytes(self.piece(place, 1 << low), "big", signed=low >= 3)
        if token == 0x22:
            return unpack(">f", self.piece(place, 4))[0]
        if token == 0x23:
            return unpack(">d", self.piece(place, 8))[0]
        if token == 0x33:
            seconds = unpack(">d", self.piece(place, 8))[0]
            epoch = _EPOCH.replace(tzinfo=datetime.UTC) if self.aware else _EPOCH
            return epoch + datetime.timedelta(seconds=seconds)
        if high in (0x40, 0x50, 0x60):
            count, place = self.size(low, place)
            data = self.piece(place, count * (2 if high == 0x60 else 1))
            return data if high == 0x40 else data.decode("ascii" if high == 0x50 else "utf-16be")
        if high == 0x80:
            return self.uid(int.from_bytes(self.piece(place, 1 + low), "big"))
        return _UNDEFINED

    def container(self, number, high, low, place):
        if high not in (0xA0, 0xD0):
            raise InvalidBinary
        count, place = self.size(low, place)
        if high == 0xA0:
            result = self.objects[number] = []
            result.extend(map(self.object, self.numbers(place, count, self.reference_size)))
            return result
        keys = self.numbers(place, count, self.reference_size)
        values = self.numbers(place + count * self.reference_size, count, self.reference_size)
        result = self.objects[number] = self.dict_type()
        try:
            for key, value in zip(keys, values):
                result[self.object(key)] = self.object(value)
        except TypeError:
            raise InvalidBinary from None
        return result


def read_binary(data, dict_type, aware, uid):
    """The value of a file's bytes."""
    return _Reader(data, dict_type, aware, uid).run()


def _width(number):
    return 1 if number < 1 << 8 else 2 if number < 1 << 16 else 4 if number < 1 << 32 else 8


class _Writer:
    """Numbers the objects, then writes them."""

    def __init__(self, sort_keys, skip_keys, aware, uid):
        self.sort_keys, self.skip_keys, self.aware, self.uid = sort_keys, skip_keys, aware, uid
        self.objects, self.by_value, self.by_identity = [], {}, {}

    def run(self, value):
        self.flatten(value)
        self.reference_size = _width(len(self.objects))
        pieces, places, place = [b"bplist00"], [], 8
        for item in self.objects:
            places.append(place)
            pieces.append(self.bytes(item))
            place += len(pieces[-1])
        offset_size = _width(place)
        pieces += [offset.to_bytes(offset_size, "big") for offset in places]
        top = self.number(value)
        pieces.append(pack(">5xBBBQQQ", 0, offset_size, self.reference_size, len(self.objects), top, place))
        return b"".join(pieces)

    def is_scalar(self, value):
        return isinstance(value, (str, int, float, datetime.datetime, bytes))

    def number(self, value):
        if self.is_scalar(value):
            return self.by_value[type(value), value]
        return self.by_identity[id(value)]

    def flatten(self, value):
        if self.is_scalar(value):
            if (type(value), value) in self.by_value:
                return
            self.by_value[type(value), value] = len(self.objects)
        elif id(value) in self.by_identity:
            return
        else:
            self.by_identity[id(value)] = len(self.objects)
        self.objects.append(value)
        if isinstance(value, dict):
            items = sorted(value.items()) if self.sort_keys else list(value.items())
            keys, values = [], []
            for key, item in items:
                if not isinstance(key, str):
                    if self.skip_keys:
                        continue
                    raise TypeError("keys must be strings")
                keys.append(key)
                values.append(item)
            for item in keys + values:
                self.flatten(item)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self.flatten(item)

    def head(self, token, size):
        if size < 15:
            return bytes([token | size])
        width = _width(size)
        return bytes([token | 0xF, 0x10 | width.bit_length() - 1]) + size.to_bytes(width, "big")

    def references(self, values):
        return b"".join(self.number(value).to_bytes(self.reference_size, "big") for value in values)

    def bytes(self, value):
        if value is None:
            return b"\x00"
        if value is False:
            return b"\x08"
        if value is True:
            return b"\x09"
        if isinstance(value, int):
            return self.integer(value)
        if isinstance(value, self.uid):
            return self.identifier(value.data)
        if isinstance(value, float):
            return pack(">Bd", 0x23, value)
        if isinstance(value, datetime.datetime):
            if self.aware:
                value = value.astimezone(datetime.UTC).replace(tzinfo=None)
            return pack(">Bd", 0x33, (value - _EPOCH).total_seconds())
        if isinstance(value, (bytes, bytearray)):
            return self.head(0x40, len(value)) + value
        if isinstance(value, str):
            if value.isascii():
                return self.head(0x50, len(value)) + value.encode("ascii")
            data = value.encode("utf-16be")
            return self.head(0x60, len(data) // 2) + data
        if isinstance(value, (list, tuple)):
            return self.head(0xA0, len(value)) + self.references(value)
        if isinstance(value, dict):
            items = [(key, item) for key, item in value.items() if isinstance(key, str)]
            if self.sort_keys:
                items = sorted(value.items())
            keys, values = [key for key, _ in items], [item for _, item in items]
            return self.head(0xD0, len(keys)) + self.references(keys) + self.references(values)
        raise TypeError(value)

    def integer(self, value):
        if value < 0:
            try:
                return pack(">Bq", 0x13, value)
            except struct.error:
                raise OverflowError(value) from None
        for token, width in (0x10, 1), (0x11, 2), (0x12, 4):
            if value < 1 << 8 * width:
                return bytes([token]) + value.to_bytes(width, "big")
        if value < 1 << 63:
            return pack(">BQ", 0x13, value)
        if value < 1 << 64:
            return b"\x14" + value.to_bytes(16, "big", signed=True)
        raise OverflowError(value)

    def identifier(self, number):
        if number < 0:
            raise ValueError("UIDs must be positive")
        width = _width(number)
        return bytes([0x80 | width - 1]) + number.to_bytes(width, "big")


def write_binary(value, sort_keys, skip_keys, aware, uid):
    """The bytes of a file."""
    return _Writer(sort_keys, skip_keys, aware, uid).run(value)
