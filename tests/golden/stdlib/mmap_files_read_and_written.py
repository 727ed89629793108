# A mapped file is read and written like bytes and like a file.
import mmap
import re
import tempfile

with tempfile.TemporaryFile() as file:
    file.write(b"hello world\nsecond line\nthird")
    file.flush()
    with mmap.mmap(file.fileno(), 0) as mapped:
        print(len(mapped), mapped[:5], mapped[0], mapped.find(b"world"), mapped.rfind(b"l"), mapped.readline())
        mapped[0:5] = b"HELLO"
        mapped[5] = 45
        print(mapped.tell(), mapped.seek(0), mapped.read(11), mapped.read_byte(), mapped.size())
        mapped.seek(0)
        print(mapped.write(b"abc"), mapped[:6], re.search(rb"s\w+", mapped).group(), b"a" in mapped, list(mapped[:3]))
        mapped.move(12, 0, 5)
        mapped.flush()
    print(mapped.closed)
    file.seek(0)
    print(file.read())
