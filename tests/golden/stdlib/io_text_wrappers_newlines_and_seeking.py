import io

for newline in (None, "", "\n", "\r", "\r\n"):
    raw = io.BytesIO(b"a\nb\r\nc\rd")
    reader = io.TextIOWrapper(raw, encoding="ascii", newline=newline)
    lines = list(reader)
    out = io.BytesIO()
    writer = io.TextIOWrapper(out, encoding="ascii", newline=newline)
    writer.write("x\ny\r\nz\r")
    writer.flush()
    print(repr(newline), lines, reader.newlines, out.getvalue())
    s = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(list(s), repr(s.getvalue()), s.newlines)
t = io.TextIOWrapper(io.BytesIO("zażółć\ngęślą\n".encode()), encoding="utf-8")
print(t.read(3), t.tell() > 0, t.readline(), t.seek(0), t.readline(), t.read(), t.read(), t.seek(0, 2) > 0, t.tell())
cookie = t.seek(0) or t.read(4) and t.tell()
rest = t.read()
t.seek(cookie)
print(t.read() == rest, t.encoding, t.errors, t.line_buffering, t.write_through, t.readable(), t.writable(), t.seekable(), t.closed, t.name if hasattr(t, "name") else "unnamed")
for call in (lambda: t.seek(1, 1), lambda: t.seek(-1), lambda: t.seek(1, 2), lambda: t.seek(0, 9), lambda: t.write(b"x"), lambda: t.read("a"), 
             lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope"), lambda: io.TextIOWrapper(io.BytesIO(), newline="x"),
             lambda: io.StringIO(5), lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: io.StringIO().write(b""), lambda: io.BytesIO().write(""),
             lambda: io.StringIO("a").seek(-1), lambda: io.StringIO("a").seek(1, 1), lambda: io.BytesIO().seek(-1), lambda: io.BytesIO(b"abc").truncate(-1)):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
b = io.BytesIO(b"0123456789")
print(b.seek(3), b.read(2), b.tell(), b.seek(-2, 2), b.read(), b.seek(20), b.read(), b.write(b"x"), len(b.getvalue()), b.seek(2), b.truncate(), b.getvalue(), b.getbuffer()[0])
view = b.getbuffer()
try:
    b.write(b"more and more")
except BufferError as error:
    print(error)
view[0] = 65
view.release()
print(b.getvalue(), b.readinto(bytearray(3)), b.seek(0), b.readinto(buf := bytearray(5)), buf, b.read1(), b.readlines(), b.readline())
s = io.StringIO("start")
print(s.write("XY"), s.getvalue(), s.seek(0, 2), s.write("!"), s.getvalue(), s.seek(10), s.write("z"), repr(s.getvalue()), s.truncate(3), s.getvalue(), s.tell())
d = t.detach()
for call in (lambda: t.read(), lambda: t.detach(), lambda: repr(t)):
    try:
        print(call())
    except ValueError as error:
        print(error)
s.close()
b.close()
for f in (s, b):
    for name in ("read", "readline", "getvalue", "tell", "__enter__", "isatty", "readable"):
        try:
            print(name, getattr(f, name)())
        except ValueError as error:
            print(name, error)
with io.TextIOWrapper(io.BytesIO(b"ab\xff\xfe"), encoding="utf-8") as bad:
    try:
        bad.read()
    except UnicodeDecodeError as error:
        print(error)
    bad.reconfigure(errors="replace") if 0 else None
w = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
w.write("a")
try:
    w.write("é")
except UnicodeEncodeError as error:
    print(error)
w.reconfigure(encoding="utf-8", newline="\r\n", line_buffering=True)
w.write("é\n")
print(w.buffer.getvalue(), w.encoding, w.line_buffering)
br = io.BufferedReader(io.BytesIO(b"abcdefgh"), 4)
print(br.peek()[:1], br.read(2), br.read1(1), br.tell(), br.read(), br.raw.tell())
rw = io.BufferedRandom(io.BytesIO(b"abcdef"))
print(rw.read(2), rw.write(b"XX"), rw.seek(0), rw.read())
bw = io.BufferedWriter(raw := io.BytesIO(), 4)
print(bw.write(b"ab"), raw.getvalue(), bw.write(b"cdefg"), raw.getvalue() != b"", bw.flush(), raw.getvalue())
pair = io.BufferedRWPair(io.BytesIO(b"in"), out := io.BytesIO())
print(pair.read(), pair.write(b"out"), pair.flush(), out.getvalue())
for value in (io.BytesIO, io.StringIO, io.TextIOWrapper, io.BufferedReader, io.FileIO):
    print(value.__name__, issubclass(value, io.IOBase), issubclass(value, io.TextIOBase), issubclass(value, io.RawIOBase), value.__module__)
print(io.UnsupportedOperation.__mro__[1:3], io.DEFAULT_BUFFER_SIZE, io.SEEK_END, io.text_encoding(None), io.text_encoding("x"))
