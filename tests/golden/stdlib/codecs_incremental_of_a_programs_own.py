# Codecs that a program writes on the buffered bases.
import codecs


class Pairs(codecs.BufferedIncrementalDecoder):
    """Decodes two bytes at a time."""

    def _buffer_decode(self, input, errors, final):
        whole = len(input) if final else len(input) - len(input) % 2
        return input[:whole].decode("ascii").upper(), whole


decoder = Pairs()
print([decoder.decode(piece) for piece in (b"a", b"b", b"cde")], decoder.getstate(), decoder.decode(b"", True))
decoder.setstate((b"zz", 0))
print(decoder.decode(b"y", True))
decoder.reset()
print(decoder.getstate(), codecs.IncrementalEncoder().getstate(), codecs.IncrementalDecoder("ignore").errors)
for base in codecs.IncrementalEncoder(), codecs.IncrementalDecoder():
    try:
        getattr(base, "encode" if hasattr(base, "encode") else "decode")("x")
    except NotImplementedError as error:
        print(type(error).__name__)
for name in "utf-16", "utf-32", "utf-8-sig":
    data = "a\u20ac".encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(data[k:k + 1]) for k in range(len(data))])
