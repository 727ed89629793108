import hashlib, io
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b'abc'); h.update(b'def')
    args = (20,) if name.startswith('shake') else ()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*args), getattr(hashlib, name)(b'abcdef').hexdigest(*args) == h.hexdigest(*args), h.copy().digest(*args) == h.digest(*args))
print(hashlib.blake2b(b'x', digest_size=16).hexdigest(), hashlib.blake2b(b'x', key=b'secret', salt=b'salt', person=b'me').hexdigest(), hashlib.blake2s(b'x' * 200, key=b'k' * 32, digest_size=10).hexdigest(), hashlib.blake2b(digest_size=5).digest_size, hashlib.blake2s.MAX_KEY_SIZE, hashlib.blake2b.SALT_SIZE)
print(hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 1000).hex(), hashlib.pbkdf2_hmac('sha1', b'p' * 100, b's', 3, 50).hex(), hashlib.shake_128(b'').hexdigest(4), hashlib.shake_256(b'z').digest(0))
print(hashlib.file_digest(io.BytesIO(b'data'), 'sha256').hexdigest()[:8], hashlib.new('SHA256').name, hashlib.md5(b'', usedforsecurity=False).hexdigest())
for bad in (lambda: hashlib.new('nope'), lambda: hashlib.sha256('text'), lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(key=b'k' * 33), lambda: hashlib.pbkdf2_hmac('sha256', b'', b'', 0), lambda: hashlib.sha256(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__)
