with open("n.txt", "wb") as f: f.write(b"a\r\nb\rc\n")
print(repr(open("n.txt").read()), repr(open("n.txt", newline="").read()), open("n.txt").readlines())
with open("u.txt", "w", encoding="utf-8") as f: f.write("é😀")
print(open("u.txt", "rb").read(), open("u.txt", encoding="utf-8").read() == "é😀", len(open("u.txt", encoding="latin-1").read()))
with open("l.txt", "w", encoding="latin-1") as f: f.write("é")
try:
    open("l.txt", encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
print(open("l.txt", encoding="utf-8", errors="replace").read() == "\ufffd")
