"""The archive: its directory, and members that come and go."""

import io
import os
import shutil
import stat
import threading
import time

from zipfile._format import (
    CENTRAL, CENTRAL_MAGIC, DATA_DESCRIPTOR, END, END64, END64_MAGIC, END_MAGIC, ENCRYPTED, LOCAL, LOCAL_MAGIC, LOCATOR64,
    LOCATOR64_MAGIC, MAX_EXTRACT_VERSION, PATCHED, STRONG_ENCRYPTION, UTF8_NAME, ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT,
    ZIP_MAX_COMMENT, ZIP_STORED, BadZipFile, LargeZipFile, check_compression, read_end,
)
from zipfile._info import ZipInfo
from zipfile._member import MemberWriter, SharedFile, ZipExtFile


def is_zipfile(filename):
    """Whether a file, given by name or open, looks like an archive."""
    try:
        if hasattr(filename, "read"):
            place = filename.tell()
            found = read_end(filename) is not None
            filename.seek(place)
            return found
        with open(filename, "rb") as file:
            return read_end(file) is not None
    except (OSError, BadZipFile):
        return False


class _Tellable:
    """A file that cannot seek, with a count of what has been written."""

    def __init__(self, fp):
        self.fp = fp
        self.offset = 0

    def write(self, data):
        count = self.fp.write(data)
        self.offset += count
        return count

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()

    def seekable(self):
        return False


class ZipFile:
    """An archive that is read ("r"), written anew ("w", "x") or continued ("a")."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        check_compression(compression)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b""
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        if isinstance(file, str):
            self._filePassed = False
            self.filename = file
            self.fp = self._open_file(file, mode)
        else:
            self._filePassed = True
            self.fp = file
            self.filename = getattr(file, "name", None)
        self._fileRefCnt = 1
        self._lock = threading.RLock()
        self._seekable = True
        self._writing = False
        try:
            self._start(mode)
        except:
            fp, self.fp = self.fp, None
            self._release(fp)
            raise

    @staticmethod
    def _open_file(name, mode):
        if mode == "a":
            try:
                return io.open(name, "r+b")
            except OSError:
                return io.open(name, "w+b")
        return io.open(name, {"r": "rb", "w": "w+b", "x": "x+b"}[mode])

    def _start(self, mode):
        """Reads the directory of an archive that is there, or finds where a new one starts."""
        if mode == "r":
            self._read_directory()
        elif mode in ("w", "x"):
            self._didModify = True
            try:
                self.start_dir = self.fp.tell()
            except (AttributeError, OSError):
                self.fp = _Tellable(self.fp)
                self.start_dir = 0
                self._seekable = False
            else:
                try:
                    self.fp.seek(self.start_dir)
                except (AttributeError, OSError):
                    self._seekable = False
        else:
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                # It is no archive: one is put behind whatever it is.
                self.fp.seek(0, 2)
                self._didModify = True
                self.start_dir = self.fp.tell()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = [f"<{self.__class__.__module__}.{self.__class__.__qualname__}"]
        if self.fp is None:
            parts.append("[closed]")
        else:
            if self._filePassed:
                parts.append(f"file={self.fp!r}")
            elif self.filename is not None:
                parts.append(f"filename={self.filename!r}")
            parts.append(f"mode={self.mode!r}")
        return " ".join(parts) + ">"

    def __del__(self):
        self.close()

    # The directory.

    def _read_directory(self):
        try:
            end = read_end(self.fp)
        except OSError:
            raise BadZipFile("File is not a zip file")
        if end is None:
            raise BadZipFile("File is not a zip file")
        _, size, offset, self._comment, where = end
        # An archive may stand behind something else, which the places in it do not count.
        before = where - size - offset
        self.start_dir = offset + before
        if self.start_dir < 0:
            raise BadZipFile("Bad offset for central directory")
        self.fp.seek(self.start_dir)
        data = io.BytesIO(self.fp.read(size))
        while data.tell() < size:
            info = self._read_entry(data)
            info.header_offset += before
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
        end_offset = self.start_dir
        for info in reversed(sorted(self.filelist, key=lambda info: info.header_offset)):
            info._end_offset = end_offset
            end_offset = info.header_offset

    def _read_entry(self, data):
        """The next record of the directory."""
        record = data.read(CENTRAL.size)
        if len(record) != CENTRAL.size:
            raise BadZipFile("Truncated central directory")
        numbers = CENTRAL.unpack(record)
        if numbers[0] != CENTRAL_MAGIC:
            raise BadZipFile("Bad magic number for central directory")
        flags = numbers[5]
        raw_name = data.read(numbers[12])
        name = raw_name.decode("utf-8" if flags & UTF8_NAME else self.metadata_encoding or "cp437")
        info = ZipInfo(name)
        info.extra = data.read(numbers[13])
        info.comment = data.read(numbers[14])
        info.create_version, info.create_system, info.extract_version, info.reserved = numbers[1:5]
        info.flag_bits, info.compress_type, clock, date = numbers[5:9]
        info.CRC, info.compress_size, info.file_size = numbers[9:12]
        info.volume, info.internal_attr, info.external_attr, info.header_offset = numbers[15:19]
        if info.extract_version > MAX_EXTRACT_VERSION:
            raise NotImplementedError("zip file version %.1f" % (info.extract_version / 10))
        info._raw_time = clock
        info.date_time = (
            (date >> 9) + 1980, date >> 5 & 0xF, date & 0x1F, clock >> 11, clock >> 5 & 0x3F, (clock & 0x1F) * 2,
        )
        info._read_extra(raw_name)
        return info

    def namelist(self):
        """The names of all members."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """What is told of all members."""
        return self.filelist

    def getinfo(self, name):
        """What is told of a member."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return info

    def printdir(self, file=None):
        """Prints the table of members."""
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        """Reads all members; the name of the first that is damaged."""
        for info in self.filelist:
            try:
                with self.open(info.filename, "r") as member:
                    while member.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename

    def setpassword(self, pwd):
        """The password for encrypted members."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        self.pwd = pwd or None

    @property
    def comment(self):
        """The archive's comment, as bytes."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f"comment: expected bytes, got {type(comment).__name__}")
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn("Archive comment is too long; truncating to %d bytes" % ZIP_MAX_COMMENT, stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    # Reading and writing members.

    def read(self, name, pwd=None):
        """The contents of a member."""
        with self.open(name, "r", pwd) as member:
            return member.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A member as a file, to be read or written."""
        if mode not in {"r", "w"}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type, info.compress_level = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError(
                "Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle "
                "before trying to read."
            )
        self._fileRefCnt += 1
        file = SharedFile(self.fp, info.header_offset, self._release, self._lock, lambda: self._writing)
        try:
            return self._open_to_read(file, info, mode, pwd)
        except:
            file.close()
            raise

    def _open_to_read(self, file, info, mode, pwd):
        record = file.read(LOCAL.size)
        if len(record) != LOCAL.size:
            raise BadZipFile("Truncated file header")
        header = LOCAL.unpack(record)
        if header[0] != LOCAL_MAGIC:
            raise BadZipFile("Bad magic number for file header")
        name = file.read(header[10])
        if header[11]:
            file.seek(header[11], 1)
        if info.flag_bits & PATCHED:
            raise NotImplementedError("compressed patched data (flag bit 5)")
        if info.flag_bits & STRONG_ENCRYPTION:
            raise NotImplementedError("strong encryption (flag bit 6)")
        shown = name.decode("utf-8" if header[3] & UTF8_NAME else self.metadata_encoding or "cp437")
        if shown != info.orig_filename:
            raise BadZipFile(f"File name in directory {info.orig_filename!r} and header {name!r} differ.")
        if info._end_offset is not None and file.tell() + info.compress_size > info._end_offset:
            if info._end_offset == info.header_offset:
                import warnings
                warnings.warn(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)", stacklevel=3)
            else:
                raise BadZipFile(f"Overlapped entries: {info.orig_filename!r} (possible zip bomb)")
        if not info.flag_bits & ENCRYPTED:
            return ZipExtFile(file, mode, info, None, True)
        pwd = pwd or self.pwd
        if pwd and not isinstance(pwd, bytes):
            raise TypeError(f"pwd: expected bytes, got {type(pwd).__name__}")
        if not pwd:
            raise RuntimeError(f"File {info.filename!r} is encrypted, password required for extraction")
        return ZipExtFile(file, mode, info, pwd, True)

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError(
                "Can't write to the ZIP file while there is another write handle open on it. Close the first handle "
                "before opening another."
            )
        info.compress_size = info.CRC = 0
        info.flag_bits = 0
        if not self._seekable:
            info.flag_bits |= DATA_DESCRIPTOR
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._check_write(info)
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return MemberWriter(self, info, zip64)

    def _check_write(self, info):
        """Refuses what cannot be added."""
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn(f"Duplicate name: {info.filename!r}", stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        check_compression(info.compress_type)
        if not self._allowZip64:
            what = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                what = "Files count"
            elif info.file_size > ZIP64_LIMIT:
                what = "Filesize"
            elif info.header_offset > ZIP64_LIMIT:
                what = "Zipfile size"
            if what:
                raise LargeZipFile(what + " would require ZIP64 extensions")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file of the disk."""
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with open(filename, "rb") as source, self.open(info, "w") as target:
            shutil.copyfileobj(source, target, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Adds a member with these contents."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info.compress_level = self.compression, self.compresslevel
            if info.filename.endswith("/"):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        info.file_size = len(data)
        with self._lock, self.open(info, "w") as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=0o777):
        """Adds a folder."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith("/") else name + "/")
            info.compress_size = info.CRC = 0
            info.external_attr = ((stat.S_IFDIR | mode) & 0xFFFF) << 16 | 0x10
            info.file_size = 0
        else:
            raise TypeError("Expected type str or ZipInfo")
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            info.header_offset = self.fp.tell()
            self._check_write(info)
            self._didModify = True
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            self.fp.write(info.FileHeader(False))
            self.start_dir = self.fp.tell()

    # To the disk.

    def extract(self, member, path=None, pwd=None):
        """Writes a member below a folder; the path of what was made."""
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all members, or those that are named, below a folder."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, folder, pwd):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        # A name that leads out of the folder is led back into it.
        name = os.path.splitdrive(info.filename.replace("/", os.path.sep))[1]
        name = os.path.sep.join(part for part in name.split(os.path.sep) if part not in ("", os.curdir, os.pardir))
        if not name and not info.is_dir():
            raise ValueError("Empty filename.")
        target = os.path.normpath(os.path.join(folder, name))
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if info.is_dir():
            try:
                os.mkdir(target)
            except FileExistsError:
                if not os.path.isdir(target):
                    raise
            return target
        with self.open(info, pwd=pwd) as source, open(target, "wb") as file:
            shutil.copyfileobj(source, file)
        return target

    # The end.

    def close(self):
        """Writes the directory, if there is anything new. May be called again."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError(
                "Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before "
                "closing the zip."
            )
        try:
            if self.mode in ("w", "x", "a") and self._didModify:
                with self._lock:
                    if self._seekable:
                        self.fp.seek(self.start_dir)
                    self._write_directory()
        finally:
            fp, self.fp = self.fp, None
            self._release(fp)

    def _write_directory(self):
        for info in self.filelist:
            numbers, name, extra = info._central()
            self.fp.write(CENTRAL.pack(CENTRAL_MAGIC, *numbers) + name + extra + info.comment)
        end = self.fp.tell()
        entries, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        what = None
        if entries > ZIP_FILECOUNT_LIMIT:
            what = "Files count"
        elif offset > ZIP64_LIMIT:
            what = "Central directory offset"
        elif size > ZIP64_LIMIT:
            what = "Central directory size"
        if what:
            if not self._allowZip64:
                raise LargeZipFile(what + " would require ZIP64 extensions")
            self.fp.write(END64.pack(END64_MAGIC, 44, 45, 45, 0, 0, entries, entries, size, offset))
            self.fp.write(LOCATOR64.pack(LOCATOR64_MAGIC, 0, end, 1))
            entries, size, offset = min(entries, 0xFFFF), min(size, 0xFFFFFFFF), min(offset, 0xFFFFFFFF)
        self.fp.write(END.pack(END_MAGIC, 0, 0, entries, entries, size, offset, len(self._comment)))
        self.fp.write(self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()

    def _release(self, fp):
        """One user less of the file."""
        self._fileRefCnt -= 1
        if not self._fileRefCnt and not self._filePassed:
            fp.close()


class PyZipFile(ZipFile):
    """An archive of Python modules; their sources go into it, since gilly keeps no compiled ones."""

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
        super().__init__(file, mode=mode, compression=compression, allowZip64=allowZip64)
        self._optimize = optimize

    def writepy(self, pathname, basename="", filterfunc=None):
        """Adds a module, or all modules of a folder or package."""
        pathname = os.fspath(pathname)
        if filterfunc and not filterfunc(pathname):
            return
        folder, name = os.path.split(pathname)
        if not os.path.isdir(pathname):
            if not pathname.endswith(".py"):
                raise RuntimeError('Files added with writepy() must end with ".py"')
            self.write(pathname, f"{basename}/{name}" if basename else name)
            return
        if os.path.isfile(os.path.join(pathname, "__init__.py")):
            basename = f"{basename}/{name}" if basename else name
        for entry in sorted(os.listdir(pathname)):
            path = os.path.join(pathname, entry)
            is_package = os.path.isfile(os.path.join(path, "__init__.py"))
            if entry.endswith(".py") and os.path.isfile(path) or is_package:
                self.writepy(path, basename, filterfunc)
