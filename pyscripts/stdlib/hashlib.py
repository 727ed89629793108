"""Digests; the work is done by the native module."""

import _hashlib
from _hashlib import blake2 as _blake2
from _hashlib import new as _new
from _hashlib import pbkdf2_hmac as _pbkdf2_hmac, scrypt as _scrypt
from _imp import as_native as _as_native

_LARGEST = (1 << 31) - 1

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128",
    "shake_256", "blake2b", "blake2s",
}
algorithms_available = set(algorithms_guaranteed)

__all__ = (
    *sorted(algorithms_guaranteed), "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest", "scrypt",
)


def new(name, data=b"", **kwargs):
    """A digest of the named kind."""
    if name in ("blake2b", "blake2s"):
        return globals()[name](data, **kwargs)
    if kwargs.keys() - {"usedforsecurity"}:
        raise TypeError(f"new() got an unexpected keyword argument {next(iter(kwargs))!r}")
    return _new(name, data)


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return _new(name, string)

    make.__name__ = make.__qualname__ = f"openssl_{name}"
    make.__doc__ = f"Returns a {name} hash object; optionally initialized with a string"
    # A class that has it as an attribute must not make it a method.
    made = _as_native(make, "_hashlib", "($module, /, string=b'', *, usedforsecurity=True)")
    setattr(_hashlib, make.__name__, made)
    return made


md5, sha1 = _maker("md5"), _maker("sha1")
sha224, sha256, sha384, sha512 = _maker("sha224"), _maker("sha256"), _maker("sha384"), _maker("sha512")
sha3_224, sha3_256, sha3_384, sha3_512 = (
    _maker("sha3_224"), _maker("sha3_256"), _maker("sha3_384"), _maker("sha3_512")
)
shake_128, shake_256 = _maker("shake_128"), _maker("shake_256")


def _blake(name, size, salt_size):
    """A maker of BLAKE2 digests; trees of them are not supported."""
    def make(data=b"", /, *, digest_size=size, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
             node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        if (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node) != (1, 1, 0, 0, 0, 0, False):
            raise ValueError("gilly does not make trees of BLAKE2 digests")
        return _blake2(name, data, digest_size, key, salt, person)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"Return a new {name.upper()} hash object."
    make.MAX_DIGEST_SIZE = make.MAX_KEY_SIZE = size
    make.SALT_SIZE = make.PERSON_SIZE = salt_size
    return make


blake2b, blake2s = _blake("blake2b", 64, 16), _blake("blake2s", 32, 8)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key made of a password."""
    return _pbkdf2_hmac(hash_name, password, salt, iterations, dklen)


def _check_bytes(value):
    try:
        memoryview(value)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(value).__name__!r}") from None


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    """A key made of a password by a function that takes much memory: 128 * n * r bytes."""
    _check_bytes(password)
    if salt is None:
        raise TypeError("salt is required")
    _check_bytes(salt)
    for name, number in ("n", n), ("r", r), ("p", p):
        if not isinstance(number, int) or number < 0:
            raise TypeError(f"{name} is required and must be an unsigned int")
    if n < 2 or n & (n - 1):
        raise ValueError("n must be a power of 2.")
    if not 0 <= maxmem <= _LARGEST:
        raise ValueError(f"maxmem must be positive and smaller than {_LARGEST}")
    if not 0 < dklen <= _LARGEST:
        raise ValueError(f"dklen must be greater than 0 and smaller than {_LARGEST}")
    if not r or not p or p > ((1 << 30) - 1) // r:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    if 128 * r * (n + p + 2) > (maxmem or 1 << 25):
        raise ValueError("[digital envelope routines] memory limit exceeded")
    return _scrypt(password, salt, n.bit_length() - 1, r, p, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=1 << 18):
    """The digest of what is left of a file."""
    result = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        result.update(fileobj.getbuffer())
        return result
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while chunk := fileobj.read(_bufsize):
        result.update(chunk)
    return result
