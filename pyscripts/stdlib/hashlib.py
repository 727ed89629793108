"""Digests; the work is done by the native module."""

from _hashlib import new as _new

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512",
    "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s",
}
algorithms_available = set(algorithms_guaranteed)


def new(name, data=b"", *, usedforsecurity=True):
    return _new(name, data)


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return _new(name, string)

    make.__name__ = make.__qualname__ = name
    return make


md5 = _maker("md5")
sha1 = _maker("sha1")
sha224 = _maker("sha224")
sha256 = _maker("sha256")
sha384 = _maker("sha384")
sha512 = _maker("sha512")
sha3_224 = _maker("sha3_224")
sha3_256 = _maker("sha3_256")
sha3_384 = _maker("sha3_384")
sha3_512 = _maker("sha3_512")
blake2b = _maker("blake2b")
blake2s = _maker("blake2s")


def file_digest(fileobj, digest, /):
    digest = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(262144):
        digest.update(chunk)
    return digest
