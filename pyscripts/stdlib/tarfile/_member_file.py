"""The contents of an archive's member as a file."""

import io

from tarfile._info import ReadError


class _MemberData(io.RawIOBase):
    """The data of a member, as a file."""

    def __init__(self, archive, info):
        self._file = archive.fileobj
        self._start, self._size = info.offset_data, info.size
        self._place = 0
        self.name = info.name

    def readable(self):
        return True

    def seekable(self):
        return not hasattr(self._file, "seekable") or self._file.seekable()

    def tell(self):
        return self._place

    def seek(self, position, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            position += self._place
        elif whence == io.SEEK_END:
            position += self._size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid argument")
        self._place = min(max(position, 0), self._size)
        return self._place

    def readinto(self, b):
        size = min(len(b), self._size - self._place)
        if size <= 0:
            return 0
        self._file.seek(self._start + self._place)
        data = self._file.read(size)
        if not data:
            raise ReadError("unexpected end of data")
        b[:len(data)] = data
        self._place += len(data)
        return len(data)


class ExFileObject(io.BufferedReader):
    """A member that is being read."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(_MemberData(tarfile, tarinfo))
