"""What streams keep for themselves their classes have too; decoders of line ends have a state."""

import codecs
import io
import os
import tempfile

for kind, names in [(io.FileIO, "mode closefd"), (io.BufferedReader, "raw mode name closed"), (io.BufferedRandom, "raw"),
                    (io.BufferedWriter, "raw"), (io.TextIOWrapper, "buffer encoding errors line_buffering write_through")]:
    print(kind.__name__, [(name, hasattr(kind, name), name in dir(kind)) for name in names.split()])

with tempfile.TemporaryDirectory() as folder, open(os.path.join(folder, "file"), "w+", encoding="latin-1") as file:
    print(file.encoding, file.errors, file.line_buffering, file.write_through, file.buffer.raw.closefd)
    print(file.buffer.mode, file.buffer.raw.mode)

decoder = io.IncrementalNewlineDecoder(None, translate=True)
print(repr(decoder.decode("a\r")), decoder.getstate(), repr(decoder.decode(input="\nb", final=False)), decoder.getstate())
decoder.setstate((b"", 1))
print(repr(decoder.decode("", True)), decoder.newlines)
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), False)
print(repr(decoder.decode(b"\xc3")), decoder.getstate())
state = decoder.getstate()
print(repr(decoder.decode(b"\xa9\r")), decoder.getstate())
decoder.setstate(state)
print(repr(decoder.decode(b"\xa8\r\n")), decoder.getstate())
