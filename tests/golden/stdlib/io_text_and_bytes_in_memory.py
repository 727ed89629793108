import io

s = io.StringIO("line1\nline2\r\nline3")
print(s.readline(), s.tell(), s.read(3), s.readlines(), s.read(), s.seek(0), list(s), s.getvalue() == "line1\nline2\r\nline3", s.truncate(3), s.getvalue(), s.seek(10), s.write("x"), ascii(s.getvalue()))
print(ascii(io.StringIO("a\r\nb\rc", newline=None).read()), ascii(io.StringIO("a\nb", newline="\r\n").getvalue()), io.StringIO().closed, s.readable(), s.seekable(), s.isatty(), s.line_buffering, s.encoding)
b = io.BytesIO(b"abcdef")
print(b.read(2), b.peek(1) if hasattr(b, "peek") else "no peek", b.read1(), b.seek(-2, 2), b.read(), b.getbuffer()[0], b.readinto(bytearray(2)), b.seek(8), b.write(b"!"), b.getvalue(), b.truncate(2), b.getvalue(), b.readlines())
view = b.getbuffer()
for call in (lambda: b.write(b"longer than before"), lambda: s.write(5), lambda: s.write(b"a"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: io.StringIO(5), lambda: io.BytesIO("a"), lambda: s.truncate(-1), lambda: s.fileno(), lambda: s.detach()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
view.release()
s.close()
for call in (lambda: s.read(), lambda: s.getvalue(), lambda: s.write("a"), lambda: s.seek(0), lambda: s.closed):
    try:
        print(call())
    except ValueError as error:
        print(error)
