"""Streams of text over streams of bytes, as codecs has them."""

import codecs


class _Stream:
    """What streams over another stream have in common."""

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamWriter(_Stream, codecs.Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream, codecs.Codec):
    """Reads text from a stream of bytes."""

    charbuffertype = str
    # Are lines left of what was read ahead for one?
    _has_lines = False

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.bytebuffer = b""
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def _fill(self, size):
        """Decode more of the stream; false if there is no more."""
        data = self.stream.read() if size < 0 else self.stream.read(size)
        joined = self.bytebuffer + data
        text, used = self.decode(joined, self.errors) if joined else (self._empty_charbuffer, 0)
        self.bytebuffer = joined[used:]
        self.charbuffer += text
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        """Give at most `chars` characters, or as many as `size` says, reading so many bytes at a time."""
        self._has_lines = False
        size = -1 if size is None else size
        chars = size if chars < 0 else chars
        if chars >= 0:
            while len(self.charbuffer) < chars and self._fill(size if size >= 0 else 72):
                pass
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
            return result
        while self._fill(-1):
            pass
        result, self.charbuffer = self.charbuffer, self._empty_charbuffer
        return result

    def readline(self, size=None, keepends=True):
        """Read a line; so that it is found, at least so many characters are read ahead."""
        step = size or 72
        wanted = step
        lines = self.charbuffer.splitlines(True)
        is_known = self._has_lines and len(lines) > 1
        while not is_known:
            before = len(self.charbuffer)
            more = True
            while len(self.charbuffer) < wanted and more:
                more = self._fill(step)
            if self.charbuffer[-1:] in ("\r", b"\r"):
                # It may go on with \n.
                self._fill(1)
            lines = self.charbuffer.splitlines(True)
            if len(lines) > 1 or lines and lines[0].splitlines()[0] != lines[0]:
                break
            if len(self.charbuffer) == before or size is not None:
                break
            step = min(step * 2, 8000)
            wanted = len(self.charbuffer) + step
        line = lines[0] if lines else self._empty_charbuffer
        self.charbuffer = self.charbuffer[len(line):]
        self._has_lines = len(lines) > 2
        return line if keepends or not line else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        """Read all lines."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forget what was read ahead."""
        self.bytebuffer, self.charbuffer, self._has_lines = b"", self._empty_charbuffer, False

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __iter__(self):
        return self


class StreamReaderWriter(_Stream):
    """A reader and a writer on one stream."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_Stream):
    """Bytes in one encoding over a stream in another."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.encode, self.decode = encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        text = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(text, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file whose bytes are in `file_encoding`, and which takes and gives bytes in `data_encoding`."""
    file_encoding = data_encoding if file_encoding is None else file_encoding
    data, stored = codecs.lookup(data_encoding), codecs.lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder
