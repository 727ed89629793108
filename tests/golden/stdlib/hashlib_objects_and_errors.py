"""update, copy, digest sizes, names, variable-length digests, keyed hashes, file_digest and pbkdf2."""
import hashlib
import hmac
import io


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, b"abc")
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest()[:16], getattr(hashlib, name)(b"abc").digest() == h.digest())
h = hashlib.sha256()
h.update(b"a"); h.update(bytearray(b"b"))
c = h.copy()
c.update(memoryview(b"c"))
print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), c.hexdigest() == hashlib.sha256(b"abc").hexdigest(), hashlib.shake_128(b"a").hexdigest(5), hashlib.shake_256(b"").digest(0), hashlib.blake2b(b"a", digest_size=5, key=b"k", salt=b"s", person=b"p").hexdigest(), hashlib.blake2s(b"a").digest_size, hashlib.pbkdf2_hmac("sha256", b"p", b"s", 2, 8).hex(), hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest()[:8], "sha256" in hashlib.algorithms_guaranteed, hashlib.sha256(usedforsecurity=False).name)
for bad in ((lambda: hashlib.sha256("a")), (lambda: hashlib.new("nope")), (lambda: hashlib.new(5)), (lambda: h.update("a")), (lambda: h.update()), (lambda: hashlib.shake_128(b"a").digest()), (lambda: hashlib.blake2b(digest_size=0)), (lambda: hashlib.blake2b(key=b"x" * 65)), (lambda: hashlib.blake2b("a")), (lambda: hashlib.pbkdf2_hmac("sha1", b"p", b"s", 0)), (lambda: setattr(h, "name", 1)), (lambda: hmac.new(b"k", b"m", "sha256").hexdigest()[:8]), (lambda: hmac.new(b"k", digestmod="nope")), (lambda: hmac.digest(b"k", b"m", "sha1").hex()[:8]), (lambda: hmac.compare_digest("a", "a")), (lambda: hmac.new(b"k", b"m", hashlib.md5).name), (lambda: hmac.new(b"k" * 200, b"m", "md5").hexdigest()[:8]), (lambda: hmac.new(b"k")), (lambda: hmac.new(b"k", "m", "md5"))):
    attempt(bad)
