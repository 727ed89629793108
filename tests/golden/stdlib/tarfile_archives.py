# tarfile: writing, listing, reading, appending and extracting in all formats; streams, filters, damage.
import io
import os
import tarfile
import zlib


def tell(function, *arguments, **options):
    try:
        print(function(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, error)


def plain(info):
    """A member that depends on nobody's machine."""
    info.uid = info.gid = 1000
    info.uname, info.gname = "user", "group"
    info.mtime = 1e9
    info.mode = 0o755 if info.isdir() else 0o640
    return info


os.makedirs("d/e")
with open("d/f.txt", "w") as file:
    file.write("hello\n" * 200)
with open("d/e/g.bin", "wb") as file:
    file.write(bytes(1000))
os.symlink("f.txt", "d/link")
os.link("d/f.txt", "d/hard")
for format in tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT:
    with tarfile.open("a.tar", "w", format=format) as archive:
        archive.add("d", filter=plain)
        for name in "long/" * 25 + "name", "ünïcode", "x" * 99:
            info = tarfile.TarInfo(name)
            info.size = 4
            try:
                archive.addfile(plain(info), io.BytesIO(b"data"))
            except ValueError as error:
                print(error)
    with open("a.tar", "rb") as file:
        data = file.read()
    print(format, len(data), zlib.crc32(data), data[:10], data[257:265])
    with tarfile.open("a.tar") as archive:
        for info in archive:
            print(info.name, oct(info.mode), info.uid, info.size, info.mtime, info.type, info.linkname, info.uname, info.pax_headers)
        print(archive.getnames() == [info.name for info in archive.getmembers()], archive.getmember("d/f.txt").isreg())
        print(archive.extractfile("d/f.txt").readline(), archive.extractfile("d/link").read(5), archive.extractfile("d"))
        print(len(archive.extractfile("d/hard").read()), archive.extractfile("d/e/g.bin").read() == bytes(1000))
with tarfile.open("a.tar") as archive:
    archive.list()
    archive.list(verbose=False, members=[archive.getmember("d")])
    archive.extractall("out", filter="data")
    tell(archive.getmember, "nope")
    tell(archive.add, "d")
print(sorted((folder, sorted(files)) for folder, _, files in os.walk("out") if "long" not in folder))
print(os.readlink("out/d/link"), os.stat("out/d/hard").st_ino == os.stat("out/d/f.txt").st_ino)
print(oct(os.stat("out/d/f.txt").st_mode), os.stat("out/d/f.txt").st_mtime)
tell(archive.getmembers)

with tarfile.open("a.tar", "a") as archive:
    archive.addfile(plain(tarfile.TarInfo("appended")))
print(tarfile.open("a.tar").getnames()[-1], tarfile.is_tarfile("a.tar"), tarfile.is_tarfile("d/f.txt"))

for packing in "gz", "bz2":
    with tarfile.open("b.tar", "w:" + packing) as archive:
        archive.add("d/f.txt", arcname="renamed", filter=plain)
    with tarfile.open("b.tar") as archive:
        print(packing, archive.getnames(), archive.extractfile("renamed").read(6))
    tell(tarfile.open, "b.tar", "r:")
    with tarfile.open("c.tar", "w|" + packing) as archive:
        archive.add("d", filter=plain)
    with open("c.tar", "rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
        print([(info.name, archive.extractfile(info).read(3) if info.isreg() else None) for info in archive])
with tarfile.open("a.tar", "r|") as archive:
    names = [info.name for info in archive]
    print(len(names))
    tell(lambda: archive.extractfile(archive.getmember("d/f.txt")).read())

memory = io.BytesIO()
with tarfile.open(fileobj=memory, mode="w") as archive:
    for name, kind, link in (
        ("../evil", tarfile.REGTYPE, ""), ("/abs", tarfile.REGTYPE, ""), ("ln", tarfile.SYMTYPE, "/etc/passwd"),
        ("ln2", tarfile.SYMTYPE, "../x"), ("fifo", tarfile.FIFOTYPE, ""), ("fine", tarfile.REGTYPE, ""),
    ):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, link
        archive.addfile(info)
memory.seek(0)
with tarfile.open(fileobj=memory) as archive:
    for member in archive.getmembers():
        try:
            archive.extract(member, "safe", filter="data")
            print("extracted", member.name)
        except tarfile.FilterError as error:
            print(type(error).__name__, str(error).replace(os.getcwd(), "HERE"))
    print(sorted(os.listdir("safe")), archive.getmember("fine").replace(name="other", mode=None).name)
    tell(archive.extract, "fine", filter="nope")

tell(tarfile.open, "nope.tar")
tell(tarfile.open, "d/f.txt", "r:")
tell(tarfile.open, "a.tar", "q")
tell(tarfile.open, "a.tar", "r:zz")
tell(tarfile.open)
tell(tarfile.open, fileobj=io.BytesIO(), mode="r:")
tell(tarfile.open, fileobj=io.BytesIO(data[:700]), mode="r:")
damaged = bytearray(data)
damaged[0] ^= 1
tell(tarfile.open, fileobj=io.BytesIO(damaged), mode="r:")
short = tarfile.open(fileobj=io.BytesIO(data[:3000]), mode="r:")
tell(short.getnames)
tell(tarfile.TarInfo("x").tobuf, 9)
