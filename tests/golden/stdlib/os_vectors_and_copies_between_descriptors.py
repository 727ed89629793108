"""Several buffers at once, and bytes that go from one descriptor to another."""

import array
import errno
import os


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


fd = os.open("file", os.O_RDWR | os.O_CREAT)
print(os.writev(fd, [b"abc", bytearray(b"def"), memoryview(b"gh"), array.array("B", b"xyz")]))
os.lseek(fd, 0, os.SEEK_SET)
first, second, third = bytearray(4), bytearray(3), bytearray(9)
print(os.readv(fd, [first, memoryview(second), third]), first, second, third)
print(os.pwritev(fd, [b"AB", b"C"], 3), os.lseek(fd, 0, os.SEEK_CUR))
print(os.preadv(fd, [first, second], 2), first, second)
print(os.preadv(fd, [first], 0, os.RWF_HIPRI) if hasattr(os, "RWF_HIPRI") else 4)
print(attempt(os.readv, fd, [b"constant"]))
print(attempt(os.readv, fd, 5))
print(attempt(os.writev, fd, ["text"]))
print(attempt(os.writev, fd, {b"a"}))
print(os.writev(fd, []), os.readv(fd, []))

other = os.open("other", os.O_RDWR | os.O_CREAT)
print(os.sendfile(other, fd, 0, 5), os.sendfile(other, fd, 5, 100))
print(os.pread(other, 100, 0))
print(os.copy_file_range(fd, other, 3, offset_src=1, offset_dst=0), os.pread(other, 100, 0))
print(attempt(os.copy_file_range, fd, other, -1))
reading, writing = os.pipe()
print(os.splice(fd, writing, 4, offset_src=2), os.read(reading, 10))
os.posix_fallocate(other, 0, 50)
print(os.fstat(other).st_size)
print(os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_SEQUENTIAL))
print(attempt(os.posix_fadvise, reading, 0, 0, os.POSIX_FADV_SEQUENTIAL))
os.lseek(fd, 0, os.SEEK_SET)
print(os.lockf(fd, os.F_LOCK, 0), os.lockf(fd, os.F_TEST, 0), os.lockf(fd, os.F_ULOCK, 0))
for each in fd, other, reading, writing:
    os.close(each)
print(attempt(os.readv, fd, [first]))
print(attempt(os.sendfile, 900, 901, 0, 1))
