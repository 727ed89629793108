"""hexlify's separator, blake2's parameters and compare_digest's operands."""
import binascii
import hashlib
import hmac


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: binascii.hexlify(b"abc", "-"))
attempt(lambda: binascii.hexlify(b"abc", b"-"))
attempt(lambda: binascii.hexlify(b"abcd", "_", 2))
attempt(lambda: binascii.hexlify(b"abcde", "_", -2))
attempt(lambda: binascii.hexlify(b"abc", "--"))
attempt(lambda: binascii.hexlify(b"abc", 1))
attempt(lambda: binascii.hexlify("abc"))
attempt(lambda: binascii.unhexlify("6"))
attempt(lambda: binascii.unhexlify("zz"))
attempt(lambda: binascii.unhexlify("é1"))
attempt(lambda: binascii.a2b_base64("a"))
attempt(lambda: binascii.a2b_base64("YQ=", strict_mode=True))
attempt(lambda: binascii.crc32("a"))
attempt(lambda: hashlib.blake2b(digest_size=65))
attempt(lambda: hashlib.blake2b(digest_size=0))
attempt(lambda: hashlib.blake2b(key=b"x" * 65))
attempt(lambda: hashlib.blake2b(salt=b"x" * 17))
attempt(lambda: hashlib.blake2b(person=b"x" * 17))
attempt(lambda: hashlib.blake2s(digest_size=33))
attempt(lambda: hashlib.blake2b("abc"))
attempt(lambda: hashlib.blake2b(b"abc", digest_size=4).hexdigest())
attempt(lambda: hashlib.new("nope"))
attempt(lambda: hashlib.sha256("abc"))
attempt(lambda: hmac.compare_digest("é", "é"))
attempt(lambda: hmac.compare_digest("a", "a"))
attempt(lambda: hmac.compare_digest(b"a", bytearray(b"a")))
attempt(lambda: hmac.new(b"k", b"m"))
attempt(lambda: hmac.new("k", b"m", "sha256"))
