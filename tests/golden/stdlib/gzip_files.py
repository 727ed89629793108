# gzip: files and data, several members, places, the header, damage.
import gzip
import io


def tell(function, *arguments, **options):
    """Prints what a call gives, or how it fails."""
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


with gzip.open("x.gz", "wt") as file:
    file.write("line\n" * 100)
with gzip.open("x.gz", "at") as file:
    file.write("more\n")
with gzip.open("x.gz", "rt") as file:
    print(len(file.readlines()))
with gzip.open("x.gz") as file:
    print(file.seek(498), file.read(), file.tell(), file.seek(3), file.readline(), file.seek(0, 2), file.mode)
    print(file.peek(1), file.seek(-5, 2), file.read1())
tell(gzip.open, "x.gz", "rbt")
tell(gzip.open, "x.gz", "rb", encoding="utf-8")
tell(gzip.GzipFile, "x.gz", "q")
tell(gzip.GzipFile, "x.gz", "rt")
tell(gzip.open, 3)
print(gzip.compress(b"abc", mtime=5)[:10])
print(gzip.decompress(gzip.compress(b"abc") + b"\0\0" + gzip.compress(b"d")))

packed = gzip.compress(b"abc")
tell(gzip.decompress, b"abc")
tell(gzip.decompress, packed[:-2])
tell(gzip.decompress, packed[:-9])
tell(gzip.GzipFile(fileobj=io.BytesIO(packed[:-9])).read)
tell(gzip.GzipFile(fileobj=io.BytesIO(b"abc")).read)
damaged = bytearray(packed)
damaged[-8] ^= 1
tell(gzip.decompress, damaged)
tell(gzip.GzipFile(fileobj=io.BytesIO(damaged)).read)
damaged[-8] ^= 1
damaged[-1] ^= 1
tell(gzip.decompress, damaged)
tell(gzip.GzipFile(fileobj=io.BytesIO(damaged)).read)

beneath = io.BytesIO()
file = gzip.GzipFile("name.gz", "wb", fileobj=beneath, mtime=7)
tell(file.read)
file.write(b"abc")
file.seek(10)
print(file.tell())
tell(file.seek, 0)
file.close()
print(beneath.getvalue()[:15])
tell(file.write, b"x")
file = gzip.GzipFile(fileobj=io.BytesIO(beneath.getvalue()))
print(file.read(), file.mtime)
tell(file.write, b"x")
file.close()
tell(file.read)
print(file.closed, issubclass(gzip.BadGzipFile, OSError))
