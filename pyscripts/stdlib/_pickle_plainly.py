"""The functions of `pickle` on the pickler and the unpickler that are written in Python."""

import io

from _pickle_reader import Unpickler
from _pickle_writer import Pickler

__native_in_cpython__ = True


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write the pickle of an object to a file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object."""
    file = io.BytesIO()
    dump(obj, file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of the next pickle in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(s, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """The object of a pickle."""
    if isinstance(s, str):
        raise TypeError("Can't load pickle from unicode string")
    return load(io.BytesIO(s), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)


def encode_long(x):
    """A signed integer in as few bytes as hold it, the least significant first; none for zero."""
    if x == 0:
        return b""
    # A negative power of 256, halved, needs no further byte for its sign.
    return x.to_bytes(((x if x >= 0 else ~x).bit_length() >> 3) + 1, "little", signed=True)


def decode_long(data):
    """The integer that `encode_long` was given."""
    return int.from_bytes(data, "little", signed=True)
