b = b"abc"
print([x for x in b], list(map(chr, b)), bytes(x + 1 for x in b), b.hex(), int.from_bytes(b, "big"), bytes(reversed(b)), sorted(b"cab"), max(b), sum(b), tuple(b), dict(zip(b, "xyz")), set(b"aa"), b"".join(bytes([x]) for x in b), {b"k": 1}[b"k"], hash(b) == hash(bytes(bytearray(b))))
print("%r %s" % (b, b), f"{b} {b!r}", str(b), repr(bytearray(b)), bytes(bytearray(b)) == b, b == "abc", b.isalnum(), b"A".lower(), b"a b".split(), b"\xc3\xa9".decode())
