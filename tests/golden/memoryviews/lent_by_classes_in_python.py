"""Classes in Python that lend their bytes: `__buffer__` and `__release_buffer__`."""
import inspect
import re
import struct
from collections.abc import Buffer
from io import BytesIO


class Lender:
    def __init__(self, data=b"hello"):
        self.data = bytearray(data)
        self.lent = 0

    def __buffer__(self, flags):
        self.lent += 1
        if flags in (inspect.BufferFlags.FULL_RO, inspect.BufferFlags.WRITABLE):
            print("lend", inspect.BufferFlags(flags).name)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.lent -= 1


lender = Lender()
print(isinstance(lender, Buffer))
with memoryview(lender) as view:
    print(view.tobytes(), lender.lent, view.readonly)
    view[0] = ord("j")
    part = view[1:]
    print(bytes(part), lender.lent)
    part.release()
print(lender.data, lender.lent)
print(bytes(lender))
print(bytearray(lender))
print(b"say " + lender)
print(b"jello" in lender.data, lender.data == b"jello")
print(b"-".join([lender, b"x"]))
print(re.match(b"j(.*)", lender).group(0)[:2])
print(str(lender, "ascii"))
print(int(Lender(b"42")))
print(struct.unpack("5s", lender))
print(BytesIO(lender).read())
stream = BytesIO()
print(stream.write(lender), stream.getvalue())
print(BytesIO(b"HE").readinto(lender), lender.data)
struct.pack_into("2s", lender, 1, b"##")
print(lender.data, lender.lent)


class Wrong:
    def __buffer__(self, flags):
        return b"hello"


class Refuses:
    def __buffer__(self, flags):
        raise RuntimeError("not now")


for cls in Wrong, Refuses, int:
    for use in memoryview, lambda value: b"".join([value]):
        try:
            use(cls())
        except Exception as error:
            print(type(error).__name__, error)


class Counted(bytearray):
    def __buffer__(self, flags):
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print("released", view.tobytes())
        super().__release_buffer__(view)


counted = Counted(b"abc")
view = memoryview(counted)
try:
    counted.clear()
except BufferError as error:
    print(error)
view.release()
counted.clear()
print(counted)

for call in (
    lambda: bytearray(b"x").__release_buffer__(memoryview(b"y")),
    lambda: bytearray(b"x").__release_buffer__(3),
    lambda: b"x".__buffer__(inspect.BufferFlags.WRITABLE),
    lambda: b"x".__buffer__(2**70),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
