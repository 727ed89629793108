"""Digests with a key: only who has the key can make them."""

import hashlib

__all__ = ["new", "digest", "compare_digest", "HMAC"]

_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))

digest_size = None


def compare_digest(a, b, /):
    """Whether two texts or bytes are equal, in a time that does not depend on where they differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and '{type(b).__name__}'")
    a, b = bytes(a), bytes(b)
    different = len(a) ^ len(b)
    for left, right in zip(a, b if len(a) == len(b) else a):
        different |= left ^ right
    return different == 0


def _constructor(digestmod):
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": hashlib.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


class HMAC:
    """A digest with a key that is being computed."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = _constructor(digestmod)
        self._inner, self._outer = make(), make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer.update(key.translate(_OUTER))
        self._inner.update(key.translate(_INNER))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Take in more."""
        self._inner.update(msg)

    def copy(self):
        """One that goes on by itself."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _result(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        """The digest so far."""
        return self._result().digest()

    def hexdigest(self):
        """The digest so far in hexadecimal digits."""
        return self._result().hexdigest()


def new(key, msg=None, digestmod=""):
    """A digest with a key."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The digest of a message at once."""
    return HMAC(key, msg, digest).digest()


from _natives import natives as _natives

_natives(globals(), "compare_digest", module="_hashlib")
