import secrets, uuid, hmac, hashlib
print(len(secrets.token_bytes(5)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(3)), secrets.randbelow(1), secrets.choice([7]), secrets.compare_digest('a', 'a'), secrets.compare_digest(b'a', b'b'))
u = uuid.UUID('12345678-1234-5678-1234-567812345678'); print(u, repr(u), u.hex, u.int, u.bytes, u.fields, u.urn, u.version, u.variant, u.bytes_le, u == uuid.UUID(bytes=u.bytes), u == uuid.UUID(bytes_le=u.bytes_le), uuid.UUID(int=5), uuid.UUID(fields=u.fields) == u, uuid.UUID('{' + str(u) + '}') == u, hash(u) == hash(u.int), u < uuid.UUID(int=2**127))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'x'), uuid.uuid4().version, uuid.uuid1().version, len({uuid.uuid4() for _ in range(50)}))
for bad in (lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: setattr(u, 'int', 3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(hmac.new(b'key', b'msg', 'sha256').hexdigest(), hmac.new(b'k' * 100, b'm', hashlib.md5).hexdigest(), hmac.digest(b'k', b'm', 'sha1').hex(), hmac.new(b'k', digestmod='sha512').name)
