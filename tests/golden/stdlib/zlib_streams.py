# Packing and unpacking in pieces: containers, levels, limits, dictionaries, what is left over.
import zlib


def tell(function, *arguments, **options):
    """Prints what a call gives, or how it fails."""
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


data = bytes(range(256)) * 500
for window in 15, -15, 31, 9, -9, 25:
    for level in range(-1, 10):
        for strategy in range(5):
            packer = zlib.compressobj(level, 8, window, 3, strategy)
            packed = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH) + packer.flush(zlib.Z_FULL_FLUSH)
            packed += packer.compress(data) + packer.flush(zlib.Z_NO_FLUSH) + packer.flush()
            assert zlib.decompress(packed, window) == data * 2
            unpacker = zlib.decompressobj(window)
            parts = []
            for start in range(0, len(packed), 1000):
                parts.append(unpacker.decompress(packed[start:start + 1000], 10000))
                while unpacker.unconsumed_tail:
                    parts.append(unpacker.decompress(unpacker.unconsumed_tail, 10000))
            parts.append(unpacker.flush())
            assert b"".join(parts) == data * 2 and unpacker.eof
            assert max(map(len, parts[:-1])) <= 10000

unpacker = zlib.decompressobj()
print(unpacker.decompress(zlib.compress(b"abc" * 1000) + b"tail", 10))
print(bool(unpacker.unconsumed_tail), unpacker.unused_data, unpacker.eof)
print(len(unpacker.flush(5)), unpacker.unused_data, unpacker.eof)
tell(unpacker.decompress, b"more")
tell(unpacker.flush, 0)

packer = zlib.compressobj(zdict=b"words that are known beforehand")
packed = packer.compress(b"words that are known") + packer.flush()
tell(zlib.decompress, packed)
tell(zlib.decompressobj(zdict=b"other words").decompress, packed)
tell(zlib.decompressobj(zdict=b"words that are known beforehand").decompress, packed)
packer = zlib.compressobj(wbits=-15, zdict=b"words")
print(zlib.decompressobj(-15, b"words").decompress(packer.compress(b"words, words") + packer.flush()))
tell(zlib.decompressobj().decompress, b"", -1)
print(zlib.decompress(zlib.compress(b"abc") + b"tail"))
print(zlib.adler32(b"abc"), zlib.crc32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.adler32(b"c", zlib.adler32(b"ab")))
print(zlib.adler32(b""), zlib.crc32(b""), zlib.crc32(b"abc", -1), zlib.crc32(bytearray(b"abc" * 10000)))
