# zipfile: writing, listing, reading, appending, extracting; damage and misuse.
import io
import os
import warnings
import zipfile


def tell(function, *arguments, **options):
    """Prints what a call gives, or how it fails."""
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


os.makedirs("d/e")
with open("d/f.txt", "w") as file:
    file.write("hello\n" * 100)
with open("d/e/g.txt", "wb") as file:
    file.write(bytes(1000))
for name in "d", "d/e", "d/f.txt", "d/e/g.txt":
    os.chmod(name, 0o755)
    os.utime(name, (1e9, 1e9))
with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.write("d/f.txt")
    archive.write("d/e/g.txt", "other.bin", zipfile.ZIP_BZIP2)
    archive.write("d")
    archive.writestr(zipfile.ZipInfo("ü/x.txt", (2020, 1, 2, 3, 4, 5)), "text")
    archive.comment = b"my comment"
    archive.mkdir("newdir")
    with archive.open(zipfile.ZipInfo("s.txt", (2021, 1, 2, 3, 4, 6)), "w") as file:
        file.write(b"abc")
        file.write(b"def")
        tell(archive.read, "d/f.txt")
        tell(archive.open, "q", "w")
    print(repr(archive))
with zipfile.ZipFile("a.zip") as archive:
    print(archive.namelist(), archive.comment, archive.testzip())
    for info in archive.infolist():
        print(info.filename, info.date_time[:3], info.CRC, info.file_size, info.flag_bits, oct(info.external_attr >> 16))
        print(info.create_system, info.create_version, info.extract_version, info.compress_type, info.is_dir())
    print(archive.read("d/f.txt") == b"hello\n" * 100, archive.read("other.bin") == bytes(1000))
    tell(archive.read, "nope")
    tell(archive.writestr, "x", "y")
    tell(archive.getinfo, "z")
    with archive.open("d/f.txt") as file:
        print(file.readline(), file.read(3), file.tell(), file.seek(599), file.read(), file.seek(-6, 2))
        print(file.read1(100), file.peek(), file.seek(0), file.peek(3)[:5], len(file.readlines()), file.name, file)
    print(archive.extract("s.txt", "out"), os.listdir("out"))
    archive.extractall("out2")
    print(sorted((folder, sorted(names)) for folder, _, names in os.walk("out2")))
tell(archive.read, "d/f.txt")
print(zipfile.is_zipfile("a.zip"), zipfile.is_zipfile("d/f.txt"), zipfile.is_zipfile("nope"))
tell(zipfile.ZipFile, "d/f.txt")
tell(zipfile.ZipFile, "nope")
tell(zipfile.ZipFile, "a.zip", "q")
tell(zipfile.ZipFile, "b.zip", "w", 99)
tell(zipfile.ZipFile, io.BytesIO())

with zipfile.ZipFile("a.zip", "a") as archive:
    archive.writestr("more.txt", b"more" * 100)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        archive.writestr("more.txt", "again")
        print([str(warning.message) for warning in caught])
with zipfile.ZipFile("a.zip") as archive:
    print(len(archive.namelist()), archive.read("more.txt"), archive.comment)

with open("a.zip", "rb") as file:
    contents = file.read()
print(zipfile.ZipFile(io.BytesIO(b"#!/bin/sh\n" + contents)).read("s.txt"))
damaged = bytearray(contents)
damaged[damaged.index(b"abcdef")] = 0x7A
tell(zipfile.ZipFile(io.BytesIO(damaged)).read, "s.txt")
tell(zipfile.ZipFile(io.BytesIO(damaged)).testzip)
tell(zipfile.ZipFile, io.BytesIO(contents[:-30]))


class Pipe:
    """A file that can only be written."""

    def __init__(self):
        self.written = b""

    def write(self, data):
        self.written += data
        return len(data)

    def flush(self):
        pass


pipe = Pipe()
with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a", "aaa")
    archive.writestr("b", b"bbb" * 1000)
with zipfile.ZipFile(io.BytesIO(pipe.written)) as archive:
    print(archive.read("a"), len(archive.read("b")), archive.infolist()[0].flag_bits)

evil = io.BytesIO()
with zipfile.ZipFile(evil, "w") as archive:
    archive.writestr("../../evil", "x")
    archive.writestr("/abs/evil", "y")
zipfile.ZipFile(evil).extractall("inside")
print(sorted((folder, sorted(names)) for folder, _, names in os.walk("inside")))
print(zipfile.ZipInfo("q"), zipfile.ZipInfo("q/"))
tell(zipfile.ZipInfo, "a", (1970, 1, 1, 0, 0, 0))
