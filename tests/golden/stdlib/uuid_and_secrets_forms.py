import secrets
import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes[:4], u.urn, u.version, u.variant, u.fields[:3], u.time_low, uuid.UUID(int=5), uuid.UUID(bytes=bytes(16)), uuid.UUID("{12345678123456781234567812345678}") == u, uuid.UUID("urn:uuid:" + str(u)) == u, uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "x"), uuid.uuid4().version, u < uuid.UUID(int=2**127), hash(u) == hash(u.int), uuid.UUID(int=0, version=4), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)), u.is_safe.name)
for call in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=2**128), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID("1" * 32, int=5), lambda: setattr(u, "int", 5), lambda: u < 5, lambda: uuid.UUID(5), lambda: uuid.UUID(int=1, version=9), lambda: uuid.UUID(fields=(1, 2)), lambda: secrets.randbelow(0), lambda: secrets.choice([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(len(secrets.token_bytes(5)), len(secrets.token_hex(5)), len(secrets.token_urlsafe(6)), secrets.randbelow(1), secrets.choice("x"), secrets.compare_digest("a", "a"), secrets.randbits(0))
