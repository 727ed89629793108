"""Sound in WAVE files: plain samples."""

import builtins
import struct
from collections import namedtuple

__all__ = ["open", "Error", "Wave_read", "Wave_write"]

WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE = 0x0001, 0xFFFE
_PCM_GUID = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x008\x9bq"

_wave_params = namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")


class Error(Exception):
    """The file is no WAVE file, or something is not known of one that is written."""


class _Wave:
    """What readers and writers share."""

    _nchannels = _sampwidth = _framerate = 0
    _owned = None

    def getnchannels(self):
        return self._nchannels

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return "NONE"

    def getcompname(self):
        return "not compressed"

    def getparams(self):
        return _wave_params(
            self.getnchannels(), self.getsampwidth(), self.getframerate(), self.getnframes(), self.getcomptype(),
            self.getcompname(),
        )

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        self.close()

    def _close_owned(self):
        owned, self._owned = self._owned, None
        if owned:
            owned.close()


class Wave_read(_Wave):
    """A WAVE file that is read."""

    _file = None

    def __init__(self, f):
        if isinstance(f, str):
            f = self._owned = builtins.open(f, "rb")
        try:
            self._start(f)
        except:
            self._close_owned()
            raise

    def _start(self, file):
        self._file = file
        self._place = 0
        self._data = None
        self._format_read = False
        start = file.read(12)
        if len(start) < 12:
            raise EOFError
        if start[:4] != b"RIFF":
            raise Error("file does not start with RIFF id")
        if start[8:] != b"WAVE":
            raise Error("not a WAVE file")
        while len(header := file.read(8)) == 8:
            name, size = struct.unpack("<4sL", header)
            if name == b"fmt ":
                self._read_format(file.read(size))
            elif name == b"data":
                if not self._format_read:
                    raise Error("data chunk before fmt chunk")
                self._data, self._size = file.tell(), size
                self._nframes = size // self._framesize
                break
            else:
                file.seek(size, 1)
            if size % 2:
                file.seek(1, 1)
        if not self._format_read or self._data is None:
            raise Error("fmt chunk and/or data chunk missing")

    def _read_format(self, chunk):
        if len(chunk) < 14:
            raise EOFError
        kind, self._nchannels, self._framerate, _, _ = struct.unpack_from("<HHLLH", chunk)
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error("unknown format: %r" % (kind,))
        if len(chunk) < 16:
            raise EOFError
        bits, = struct.unpack_from("<H", chunk, 14)
        if kind == WAVE_FORMAT_EXTENSIBLE:
            if len(chunk) < 40:
                raise EOFError
            if chunk[24:40] != _PCM_GUID:
                raise Error("unknown extended format: %r" % (chunk[24:40],))
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error("bad sample width")
        if not self._nchannels:
            raise Error("bad # of channels")
        self._framesize = self._nchannels * self._sampwidth
        self._format_read = True

    def close(self):
        """Ends it."""
        self._file = None
        self._close_owned()

    def getfp(self):
        return self._file

    def getnframes(self):
        return self._nframes

    def rewind(self):
        """Goes to the start."""
        self._place = 0

    def tell(self):
        return self._place

    def setpos(self, pos):
        """Goes to a frame."""
        if pos < 0 or pos > self._nframes:
            raise Error("position not in range")
        self._place = pos

    def readframes(self, nframes):
        """So many frames, as bytes."""
        if nframes == 0:
            return b""
        self._file.seek(self._data + self._place * self._framesize)
        left = self._size - self._place * self._framesize
        data = self._file.read(left if nframes < 0 else min(nframes * self._framesize, left))
        self._place += len(data) // self._framesize
        return data


class Wave_write(_Wave):
    """A WAVE file that is written."""

    _file = None

    def __init__(self, f):
        if isinstance(f, str):
            f = self._owned = builtins.open(f, "wb")
        self._file = f
        self._nframes = 0
        self._nframeswritten = self._datawritten = self._datalength = 0
        self._headerwritten = False

    def _refuse_late(self):
        if self._datawritten:
            raise Error("cannot change parameters after starting to write")

    def setnchannels(self, nchannels):
        self._refuse_late()
        if nchannels < 1:
            raise Error("bad # of channels")
        self._nchannels = nchannels

    def getnchannels(self):
        return self._known(self._nchannels, "number of channels not set")

    def setsampwidth(self, sampwidth):
        self._refuse_late()
        if sampwidth < 1 or sampwidth > 4:
            raise Error("bad sample width")
        self._sampwidth = sampwidth

    def getsampwidth(self):
        return self._known(self._sampwidth, "sample width not set")

    def setframerate(self, framerate):
        self._refuse_late()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._framerate = int(round(framerate))

    def getframerate(self):
        return self._known(self._framerate, "frame rate not set")

    @staticmethod
    def _known(value, words):
        if not value:
            raise Error(words)
        return value

    def setnframes(self, nframes):
        self._refuse_late()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._refuse_late()
        if comptype not in ("NONE",):
            raise Error("unsupported compression type")

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._refuse_late()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error("not all parameters set")
        return _wave_params(
            self._nchannels, self._sampwidth, self._framerate, self._nframes, self.getcomptype(), self.getcompname()
        )

    def tell(self):
        return self._nframeswritten

    def writeframesraw(self, data):
        """Writes frames, as bytes; the header is left as it is."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast("B")
        self._ensure_header(len(data))
        self._file.write(data)
        self._datawritten += len(data)
        self._nframeswritten += len(data) // (self._sampwidth * self._nchannels)

    def writeframes(self, data):
        """Writes frames, as bytes, and puts the header right."""
        self.writeframesraw(data)
        if self._datalength != self._datawritten:
            self._patch_header()

    def _ensure_header(self, size):
        if self._headerwritten:
            return
        self._known(self._nchannels, "# channels not specified")
        self._known(self._sampwidth, "sample width not specified")
        self._known(self._framerate, "sampling rate not specified")
        frame = self._nchannels * self._sampwidth
        if not self._nframes:
            self._nframes = size // frame
        self._datalength = self._nframes * frame
        try:
            self._start = self._file.tell()
        except (AttributeError, OSError):
            self._start = None
        self._file.write(struct.pack(
            "<4sL4s4sLHHLLHH4sL", b"RIFF", 36 + self._datalength, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, self._nchannels,
            self._framerate, frame * self._framerate, frame, self._sampwidth * 8, b"data", self._datalength,
        ))
        self._headerwritten = True

    def _patch_header(self):
        if self._start is None:
            return
        end = self._file.tell()
        self._file.seek(self._start + 4)
        self._file.write(struct.pack("<L", 36 + self._datawritten))
        self._file.seek(self._start + 40)
        self._file.write(struct.pack("<L", self._datawritten))
        self._file.seek(end)
        self._datalength = self._datawritten

    def close(self):
        """Writes what is missing, and ends it."""
        try:
            if self._file:
                self._ensure_header(0)
                if self._datalength != self._datawritten:
                    self._patch_header()
                self._file.flush()
                self._file = None
        finally:
            self._close_owned()


def open(f, mode=None):
    """Opens a WAVE file, given by name or open, to read or write it."""
    if mode is None:
        mode = getattr(f, "mode", "rb")
    if mode in ("r", "rb"):
        return Wave_read(f)
    if mode in ("w", "wb"):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
