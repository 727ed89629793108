import hashlib
import hmac
import io

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name)
    h.update(b"hello ")
    twin = h.copy()
    h.update(bytearray(b"world"))
    twin.update(memoryview(b"there"))
    print(name, h.hexdigest()[:16], twin.hexdigest()[:16], h.digest_size, h.block_size, h.name, h.hexdigest() == getattr(hashlib, name)(b"hello world").hexdigest())
for name in ("shake_128", "shake_256"):
    h = hashlib.new(name, b"x")
    print(h.hexdigest(5), h.digest(0), h.digest_size, len(h.digest(1000)))
for text in """
hashlib.md5("text")
hashlib.new("nope")
hashlib.new("SHA256").name
hashlib.sha256().update("a")
hashlib.sha256(string=b"a").hexdigest()[:8]
hashlib.shake_128().hexdigest()
hashlib.blake2b(b"m", key=b"k", salt=b"s", person=b"p", digest_size=8).hexdigest()
hashlib.blake2b(key=b"k" * 65)
hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex()[:20], hashlib.pbkdf2_hmac("sha1", b"p", b"s", 1, 5).hex()
hashlib.pbkdf2_hmac("sha256", b"p", b"s", 0)
hashlib.file_digest(io.BytesIO(b"data" * 1000), "sha256").hexdigest()[:10], hashlib.file_digest(io.BytesIO(b""), hashlib.md5).hexdigest()
sorted(hashlib.algorithms_guaranteed)[:4], "sha256" in hashlib.algorithms_available
hmac.new(b"key", b"msg", "sha256").hexdigest()[:16], hmac.new(b"key", digestmod=hashlib.md5).name, hmac.digest(b"k", b"m", "sha1").hex()
hmac.new(b"key", b"msg")
hmac.new("key", b"msg", "md5")
hmac.new(b"key", "msg", "md5")
hmac.new(b"key", b"", "nope")
hmac.compare_digest(b"a", b"a"), hmac.compare_digest("a", "b"), hmac.compare_digest(bytearray(b"x"), b"x")
hmac.compare_digest("é", "é")
hmac.new(b"k" * 200, b"m", "sha256").hexdigest()[:8], hmac.new(b"", b"", "md5").hexdigest(), hmac.new(b"k", b"", "sha512").block_size
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
h = hmac.new(b"k", b"a", "sha256")
twin = h.copy()
h.update(b"b")
print(h.hexdigest() == hmac.new(b"k", b"ab", "sha256").hexdigest(), twin.digest_size, twin.hexdigest() == hmac.new(b"k", b"a", "sha256").hexdigest())
big = hashlib.sha256()
for i in range(1000):
    big.update(bytes([i % 256]) * i)
print(big.hexdigest())
chain = b"genesis"
for i in range(5):
    nonce = next(n for n in range(10**6) if hashlib.sha256(chain + n.to_bytes(4, "big")).hexdigest().startswith("00"))
    chain = hashlib.sha256(chain + nonce.to_bytes(4, "big")).digest()
    print(i, nonce, chain.hex()[:12])
