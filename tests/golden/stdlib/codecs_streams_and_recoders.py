# Streams of text over streams of bytes, lines and pieces of any size.
import codecs
import io

data = "erste \u00e4\nzweite\r\ndritte\u2028vier".encode()
reader = codecs.getreader("utf-8")(io.BytesIO(data))
print([reader.readline(), reader.readline(keepends=False), reader.read()])
reader.seek(0)
print(reader.read(7), repr(reader.read(chars=3)), list(reader))
writer = codecs.getwriter("utf-16-le")(io.BytesIO())
writer.writelines(["a", "\u20ac"])
print(writer.getvalue())
recoder = codecs.EncodedFile(io.BytesIO(b"\xe4\n\xf6"), "utf-8", "latin-1")
print(recoder.readlines(), recoder.data_encoding, recoder.file_encoding)
with codecs.open("file.txt", "w", "utf-8") as file:
    print(file.write("\u00e4\r\n"), file.encoding)
print(open("file.txt", "rb").read(), codecs.open("file.txt", encoding="utf-8").readlines())
