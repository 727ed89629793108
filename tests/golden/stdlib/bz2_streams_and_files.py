# bzip2: streams in pieces, files in binary and text mode, errors.
import bz2


def tell(function, *arguments, **options):
    """Prints what a call gives, or how it fails."""
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


tell(bz2.decompress, b"abc")
tell(bz2.decompress, b"abcdefghh")
tell(bz2.decompress, bz2.compress(b"a")[:-3])
tell(bz2.compress, b"", 0)
tell(bz2.BZ2Compressor, 10)
packer = bz2.BZ2Compressor()
packed = packer.compress(b"abc") + packer.flush()
tell(packer.flush)
tell(packer.compress, b"")
unpacker = bz2.BZ2Decompressor()
print(unpacker.decompress(packed + b"rest"), unpacker.unused_data, unpacker.needs_input, unpacker.eof)
tell(unpacker.decompress, b"")
tell(bz2.BZ2Decompressor().decompress, b"xxxxxxxxxx")
damaged = bytearray(packed)
damaged[12] ^= 255
tell(bz2.BZ2Decompressor().decompress, damaged)

data = bytes(range(256)) * 3000
print(bz2.decompress(bz2.compress(data) + bz2.compress(b"more", 1) + b"junk") == data + b"more")
unpacker = bz2.BZ2Decompressor()
result = unpacker.decompress(bz2.compress(data), 1000)
print(len(result), unpacker.needs_input, unpacker.eof)
while not unpacker.eof:
    result += unpacker.decompress(b"", 100000)
print(result == data)

with bz2.open("x.bz2", "wt") as file:
    file.write("line\n" * 100)
with bz2.open("x.bz2", "at") as file:
    file.write("more\n")
with bz2.open("x.bz2", "rt") as file:
    print(len(file.readlines()))
with bz2.open("x.bz2") as file:
    print(file.seek(498), file.read(), file.tell(), file.seek(3), file.readline(), file.seek(0, 2), file.mode, file.peek())
    tell(file.write, b"")
tell(file.read)
tell(bz2.open, "x.bz2", "rbt")
tell(bz2.BZ2File, "x.bz2", "q")
tell(bz2.BZ2File, 3)
