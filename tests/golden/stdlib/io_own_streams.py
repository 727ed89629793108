# Streams written in Python on the abstract classes of io.
import io


class Digits(io.RawIOBase):
    def __init__(self):
        self.rest = b"".join(b"%d\n" % number for number in range(5))

    def readable(self):
        return True

    def readinto(self, buffer):
        count = min(4, len(buffer), len(self.rest))
        buffer[:count], self.rest = self.rest[:count], self.rest[count:]
        return count


class Sink(io.RawIOBase):
    def __init__(self):
        self.taken = []

    def writable(self):
        return True

    def write(self, data):
        self.taken.append(bytes(data))
        return len(data)


print(Digits().read(3), Digits().readall(), io.BufferedReader(Digits()).readlines())
print(io.TextIOWrapper(io.BufferedReader(Digits())).read().split(), [*io.TextIOWrapper(io.BufferedReader(Digits()))])
sink = Sink()
writer = io.BufferedWriter(sink, 8)
print(writer.write(b"abc"), sink.taken, writer.write(b"defghijkl"), writer.flush(), b"".join(sink.taken))
text = io.TextIOWrapper(writer, encoding="utf-8", newline="\r\n")
text.write("é\n")
text.close()
print(b"".join(sink.taken), sink.closed, text.closed)
for action in (lambda: Digits().write(b""), lambda: Digits().fileno(), lambda: io.StringIO("x").read(None, 1),
               lambda: io.BytesIO("x"), text.read, lambda: io.StringIO().fileno(), lambda: io.open("x", "q")):
    try:
        action()
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
print(isinstance(io.StringIO(), io.TextIOBase), issubclass(io.BytesIO, io.BufferedIOBase), isinstance(Digits(), io.IOBase),
      issubclass(io.UnsupportedOperation, (OSError)), issubclass(io.UnsupportedOperation, ValueError), io.open is open)
with open(__file__) as file:
    print(isinstance(file, io.IOBase), isinstance(file.buffer, io.BufferedIOBase), type(file.buffer.raw).__name__)
