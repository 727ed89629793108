# How zlib tells that data or options are wrong.
import zlib


def tell(function, *arguments, **options):
    """Prints what a call gives, or how it fails."""
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


tell(zlib.decompress, b"abc")
tell(zlib.decompress, b"")
tell(zlib.decompress, zlib.compress(b"abc")[:-2])
tell(zlib.decompress, b"\x78\x9c\xff\x00")
tell(zlib.decompress, b"\x07", wbits=-15)
tell(zlib.decompress, b"\x1f\x8b\x08\x00123", wbits=31)
tell(zlib.decompress, b"\x1f\x8b\x07\x00123", wbits=31)
damaged = bytearray(zlib.compress(b"abcdefgh" * 10))
damaged[-1] ^= 1
tell(zlib.decompress, damaged)
tell(zlib.compress, b"", 10)
tell(zlib.compress, b"", wbits=99)
tell(zlib.decompress, b"x", wbits=99)
tell(zlib.decompress, b"x", bufsize=-1)
tell(zlib.compress, "text")
tell(zlib.compressobj, 10)
tell(zlib.compressobj, 9, 7)
tell(zlib.compressobj, 9, 8, 15, 55)
tell(zlib.compressobj, 9, 8, 15, 8, 55)
tell(zlib.compressobj, zdict="text")
tell(zlib.decompressobj, 99)
tell(zlib.decompressobj, zdict="text")
for window in range(-17, 50):
    allowed = []
    for make in zlib.compressobj, zlib.decompressobj:
        try:
            make(wbits=window)
            allowed.append(True)
        except ValueError:
            allowed.append(False)
    print(window, allowed)

packer = zlib.compressobj()
packer.flush()
tell(packer.flush)
tell(packer.compress, b"a")
tell(packer.flush, 99)
