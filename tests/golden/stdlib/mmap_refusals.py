# What a map cannot do, and in which words it says so.
import mmap
import tempfile

file = tempfile.TemporaryFile()
file.write(b"0123456789")
file.flush()
mapped = mmap.mmap(file.fileno(), 0)
read_only = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
copied = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
copied[:2] = b"ZZ"
print(copied[:3], mapped[:3])
for attempt in [lambda: mapped[99], lambda: mapped.__setitem__(slice(0, 3), b"x"), lambda: mapped.__setitem__(0, 300),
                lambda: mapped.seek(-1), lambda: mapped.seek(1, 9), lambda: mapped.write(b"x" * 20),
                lambda: mapped.move(0, 0, 99), lambda: read_only.write(b"x"), lambda: read_only.__setitem__(0, 1),
                lambda: mmap.mmap(file.fileno(), 10**6), lambda: mmap.mmap(file.fileno(), -1),
                lambda: mmap.mmap(file.fileno(), 1, access=9), lambda: mmap.mmap(file.fileno(), 1, offset=-1)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
view = memoryview(mapped)
try:
    mapped.close()
except BufferError as error:
    print(error)
view.release()
mapped.close()
try:
    mapped[0]
except ValueError as error:
    print(error)
