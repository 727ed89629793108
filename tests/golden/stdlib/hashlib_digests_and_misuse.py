import hashlib
import hmac

for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, b"abc")
    print(name, h.hexdigest()[:32], h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b"a")
copied = h.copy()
h.update(memoryview(b"bc"))
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), copied.hexdigest() == hashlib.sha256(b"a").hexdigest(), hashlib.shake_128(b"x").hexdigest(5), hashlib.blake2b(b"x", digest_size=4, key=b"k").hexdigest(), "sha256" in hashlib.algorithms_guaranteed, hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2).hex(), hmac.new(b"k", b"m", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
for call in (lambda: hashlib.new("nope"), lambda: hashlib.sha256("text"), lambda: h.update("text"), lambda: hashlib.shake_128(b"x").hexdigest(), lambda: hashlib.blake2b(key=b"x" * 65), lambda: hmac.new(b"k", b"m"), lambda: hmac.new("k", b"m", "md5"), lambda: hmac.compare_digest("é", "e"), lambda: hashlib.pbkdf2_hmac("sha1", b"p", b"s", 0)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
