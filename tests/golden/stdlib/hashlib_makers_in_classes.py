"""The makers of digests are built-in functions: no methods where a class has them. Codecs of escapes, by their names."""
import codecs
import hashlib
import inspect
import pickle


class Signer:
    digest = hashlib.sha256
    plain = hashlib.md5


signer = Signer()
print(signer.digest is hashlib.sha256, signer.digest(b"data").hexdigest()[:16], signer.plain().name)
print(hashlib.sha256, type(hashlib.sha1), hashlib.sha512.__name__, hashlib.sha256.__qualname__)
print(inspect.signature(hashlib.sha256), inspect.isbuiltin(hashlib.sha256), hashlib.sha256.__module__)
print(pickle.loads(pickle.dumps(hashlib.sha1)) is hashlib.sha1, {hashlib.sha1: 1}[hashlib.sha1])
print(hashlib.sha1(string=b"x", usedforsecurity=False).hexdigest() == hashlib.new("sha1", b"x").hexdigest())
for name in ("unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape"):
    print(codecs.lookup(name).name, ascii(codecs.decode(b"a\\n\\u20ac", name)), codecs.encode("\u20ac\n", name))
    print(ascii(codecs.decode("\\u20ac", name)), ascii(codecs.getdecoder(name)("\\n")))
