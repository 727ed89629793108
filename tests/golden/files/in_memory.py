import io
s = io.StringIO("ab\ncd\n")
print(s.readline(), s.read(), s.getvalue(), s.tell())
s.write("ef")
s.seek(0)
print(list(s))
b = io.BytesIO()
b.write(b"hello")
b.seek(1)
print(b.read(2), b.getvalue(), b.tell(), len(b.getbuffer()))
with io.StringIO() as t:
    t.write("x")
    t.writelines(["a", "b"])
    print(t.getvalue())
try:
    t.write("y")
except ValueError as e:
    print(e)
print(io.StringIO("x").readable(), io.BytesIO(b"a\nb").readlines(), io.StringIO("a\nb").read(1))
