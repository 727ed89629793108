with open("b.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.tell())
with open("b.bin", "rb") as f:
    print(f.read(3), f.read(2), f.seek(-2, 2), f.read(), f.seek(1), f.read(1))
with open("b.bin", "r+b") as f:
    f.seek(5)
    f.write(b"XX")
    f.truncate(8)
print(open("b.bin", "rb").read())
for a in (("b.bin", "wb", "x"),):
    try:
        with open("b.bin", "wb") as f: f.write("text")
    except TypeError as e:
        print(e)
try:
    with open("t.txt", "w") as f: f.write(b"bytes")
except TypeError as e:
    print(e)
