"""The archive: members one after another, each a header and blocks of data."""

import builtins
import os
import stat
import sys
import time

from tarfile._extract import Extraction, copy_exactly
from tarfile._filters import FILTERS, FilterError, fully_trusted_filter
from tarfile._info import (
    BLKTYPE, BLOCKSIZE, CHRTYPE, DEFAULT_FORMAT, DIRTYPE, ENCODING, FIFOTYPE, LNKTYPE, NUL, PAX_FORMAT, RECORDSIZE, REGTYPE,
    SUPPORTED_TYPES, SYMTYPE, CompressionError, ExtractError, HeaderError, ReadError, StreamError, TarError, TarInfo,
)
from tarfile._member_file import ExFileObject
from tarfile._read import (
    EmptyHeaderError, EOFHeaderError, InvalidHeaderError, SubsequentHeaderError, TruncatedHeaderError, read_member,
)
from tarfile._stream import Stream


def is_tarfile(name):
    """Whether a file, given by name or open, is an archive that can be read."""
    try:
        if hasattr(name, "read"):
            place = name.tell()
            TarFile.open(fileobj=name).close()
            name.seek(place)
        else:
            TarFile.open(name).close()
        return True
    except TarError:
        return False


class TarFile(Extraction):
    """An archive that is read ("r"), written anew ("w", "x") or continued ("a")."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None
    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None,
                 encoding=None, errors="surrogateescape", pax_headers=None, debug=None, errorlevel=None, copybufsize=None,
                 stream=False):
        modes = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode = mode
        self._extfileobj = bool(fileobj)
        if not fileobj:
            if mode == "a" and not os.path.exists(name):
                self.mode = "w"
                fileobj = builtins.open(name, "wb")
            else:
                fileobj = builtins.open(name, modes[mode])
        elif name is None and isinstance(getattr(fileobj, "name", None), (str, bytes)):
            name = fileobj.name
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        self.stream = stream
        given = dict(format=format, tarinfo=tarinfo, dereference=dereference, ignore_zeros=ignore_zeros, encoding=encoding,
                     debug=debug, errorlevel=errorlevel)
        for field, value in given.items():
            if value is not None:
                setattr(self, field, value)
        self.errors = errors
        self.pax_headers = dict(pax_headers) if pax_headers is not None and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = self.fileobj.tell()
        self.inodes = {}
        try:
            self._start()
        except:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    def _start(self):
        if self.mode == "r":
            self.firstmember = None
            self.firstmember = self.next()
        elif self.mode == "a":
            # New members go where the archive ends.
            while True:
                self.fileobj.seek(self.offset)
                try:
                    self.members.append(read_member(self))
                except EOFHeaderError:
                    self.fileobj.seek(self.offset)
                    break
                except HeaderError as error:
                    raise ReadError(str(error)) from None
        if self.mode in ("a", "w", "x"):
            self._loaded = True
            if self.pax_headers:
                header = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                self.fileobj.write(header)
                self.offset += len(header)

    # Opening.

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Opens an archive, packed or not: mode "r:gz" reads a packed file, "w|bz2" writes a packed stream."""
        if not name and not fileobj:
            raise ValueError("nothing to open")
        if mode in ("r", "r:*"):
            return cls._open_any(name, fileobj, kwargs)
        if ":" in mode:
            letter, packing = mode.split(":", 1)
            letter, packing = letter or "r", packing or "tar"
            if packing not in cls.OPEN_METH:
                raise CompressionError("unknown compression type %r" % packing)
            return getattr(cls, cls.OPEN_METH[packing])(name, letter, fileobj, **kwargs)
        if "|" in mode:
            letter, packing = mode.split("|", 1)
            letter, packing = letter or "r", packing or "tar"
            if letter not in ("r", "w"):
                raise ValueError("mode must be 'r' or 'w'")
            if "compresslevel" in kwargs and packing not in ("gz", "bz2"):
                raise ValueError("compresslevel is only valid for w|gz and w|bz2 modes")
            stream = Stream(name, letter, packing, fileobj, bufsize, kwargs.pop("compresslevel", 9))
            return cls._over(stream, name, letter, kwargs)
        if mode in ("a", "w", "x"):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError("undiscernible mode")

    @classmethod
    def _open_any(cls, name, fileobj, kwargs):
        """Tries all ways of packing."""
        place = fileobj.tell() if fileobj is not None else 0
        errors = []
        for packing in sorted(cls.OPEN_METH, key=lambda packing: packing != "tar"):
            try:
                return getattr(cls, cls.OPEN_METH[packing])(name, "r", fileobj, **kwargs)
            except (ReadError, CompressionError) as error:
                errors.append(f"- method {packing}: {error!r}")
                if fileobj is not None:
                    fileobj.seek(place)
        raise ReadError("file could not be opened successfully:\n" + "\n".join(errors))

    @classmethod
    def _over(cls, file, name, mode, kwargs):
        """An archive that closes the file beneath."""
        try:
            archive = cls(name, mode, file, **kwargs)
        except:
            file.close()
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        """Opens an archive that is not packed."""
        if mode not in ("r", "a", "w", "x"):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Opens an archive that is packed with gzip."""
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from gzip import GzipFile
        try:
            file = GzipFile(name, mode + "b", compresslevel, fileobj)
        except OSError as error:
            if fileobj is not None and mode == "r":
                raise ReadError("not a gzip file") from error
            raise
        return cls._over_packed(file, name, mode, kwargs, "gzip", (OSError, EOFError))

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Opens an archive that is packed with bzip2."""
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from bz2 import BZ2File
        file = BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        return cls._over_packed(file, name, mode, kwargs, "bzip2", (OSError, EOFError))

    @classmethod
    def _over_packed(cls, file, name, mode, kwargs, kind, errors):
        try:
            archive = cls.taropen(name, mode, file, **kwargs)
        except errors as error:
            file.close()
            if mode == "r":
                raise ReadError(f"not a {kind} file") from error
            raise
        except:
            file.close()
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        """Would open an archive that is packed with xz."""
        raise CompressionError("lzma module is not available")

    def close(self):
        """Writes the end of the archive, if it is written. May be called again."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ("a", "w", "x"):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    # Members.

    def getmember(self, name):
        """The last member of a name."""
        info = self._find(name.rstrip("/"))
        if info is None:
            raise KeyError("filename %r not found" % name)
        return info

    def getmembers(self):
        """All members."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """The names of all members."""
        return [info.name for info in self.getmembers()]

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """What is to be told of a file on the disk."""
        self._check("awx")
        if fileobj is not None:
            name = fileobj.name
        arcname = os.path.splitdrive(name if arcname is None else arcname)[1].replace(os.sep, "/").lstrip("/")
        if fileobj is not None:
            status = os.fstat(fileobj.fileno())
        elif self.dereference:
            status = os.stat(name)
        else:
            status = os.lstat(name)
        info = self.tarinfo()
        mode, linkname = status.st_mode, ""
        if stat.S_ISREG(mode):
            inode = (status.st_ino, status.st_dev)
            if not self.dereference and status.st_nlink > 1 and arcname != self.inodes.get(inode, arcname):
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                if inode[0]:
                    self.inodes[inode] = arcname
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        else:
            for is_kind, kind in (
                (stat.S_ISDIR, DIRTYPE), (stat.S_ISFIFO, FIFOTYPE), (stat.S_ISCHR, CHRTYPE), (stat.S_ISBLK, BLKTYPE),
            ):
                if is_kind(mode):
                    break
            else:
                return None
        info.name, info.mode, info.uid, info.gid = arcname, mode, status.st_uid, status.st_gid
        info.size = status.st_size if kind == REGTYPE else 0
        info.mtime, info.type, info.linkname = status.st_mtime, kind, linkname
        info.uname, info.gname = _owner_names(info.uid, info.gid)
        if kind in (CHRTYPE, BLKTYPE):
            info.devmajor, info.devminor = os.major(status.st_rdev), os.minor(status.st_rdev)
        return info

    def list(self, verbose=True, *, members=None):
        """Prints the table of members."""
        self._check()
        for info in self if members is None else members:
            words = []
            if verbose:
                words.append("??????????" if info.mode is None else stat.filemode(info._file_mode()))
                words.append(f"{info.uname or info.uid}/{info.gname or info.gid}")
                if info.ischr() or info.isblk():
                    words.append("%10s" % ("%d,%d" % (info.devmajor, info.devminor)))
                else:
                    words.append("%10d" % info.size)
                if info.mtime is None:
                    words.append("????-??-?? ??:??:??")
                else:
                    words.append("%d-%02d-%02d %02d:%02d:%02d" % time.localtime(info.mtime)[:6])
            words.append(info.name + ("/" if info.isdir() else ""))
            if verbose and info.issym():
                words.append("-> " + info.linkname)
            if verbose and info.islnk():
                words.append("link to " + info.linkname)
            for word in words:
                encoding = getattr(sys.stdout, "encoding", None)
                if encoding is not None:
                    word = word.encode(encoding, "backslashreplace").decode(encoding)
                print(word, end=" ")
            print()

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with all that is in it."""
        self._check("awx")
        arcname = name if arcname is None else arcname
        if self.name is not None and os.path.abspath(name) == self.name:
            self._dbg(2, "tarfile: Skipped %r" % name)
            return
        self._dbg(1, name)
        info = self.gettarinfo(name, arcname)
        if info is None:
            self._dbg(1, "tarfile: Unsupported type %r" % name)
            return
        if filter is not None:
            info = filter(info)
            if info is None:
                self._dbg(2, "tarfile: Excluded %r" % name)
                return
        if info.isreg():
            with builtins.open(name, "rb") as file:
                self.addfile(info, file)
            return
        self.addfile(info)
        if info.isdir() and recursive:
            for entry in sorted(os.listdir(name)):
                self.add(os.path.join(name, entry), os.path.join(arcname, entry), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member, its data read from a file."""
        self._check("awx")
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError("fileobj not provided for non zero-size regular file")
        info = tarinfo.replace(deep=True)
        header = info.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(header)
        self.offset += len(header)
        if fileobj is not None:
            copy_exactly(fileobj, self.fileobj, info.size, self.copybufsize)
            blocks, rest = divmod(info.size, BLOCKSIZE)
            if rest:
                self.fileobj.write(NUL * (BLOCKSIZE - rest))
                blocks += 1
            self.offset += blocks * BLOCKSIZE
        self.members.append(info)

    # To the disk.

    def _filter(self, filter):
        if filter is None:
            filter = self.extraction_filter
            if filter is None:
                import warnings
                warnings.warn(
                    "Python 3.14 will, by default, filter extracted tar archives and reject files or modify their "
                    "metadata. Use the filter argument to control this behavior.", DeprecationWarning, stacklevel=3,
                )
                return fully_trusted_filter
            if isinstance(filter, str):
                raise TypeError("String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.")
            return filter
        if callable(filter):
            return filter
        try:
            return FILTERS[filter]
        except KeyError:
            raise ValueError(f"filter {filter!r} not found") from None

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Extracts all members, or those given, below a folder."""
        keeps = self._filter(filter)
        folders = []
        for member in self if members is None else members:
            info = self._filtered(member, keeps, path)
            if info is None:
                continue
            if info.isdir():
                folders.append(info)  # modes and times come last
            self._extract_one(info, path, not info.isdir(), numeric_owner)
        folders.sort(key=lambda info: info.name, reverse=True)
        for info in folders:
            target = os.path.join(path, info.name)
            try:
                self.chown(info, target, numeric_owner)
                self.utime(info, target)
                self.chmod(info, target)
            except ExtractError as error:
                self._tell_nonfatal(error)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Extracts a member below a folder."""
        info = self._filtered(member, self._filter(filter), path)
        if info is not None:
            self._extract_one(info, path, set_attrs, numeric_owner)

    def _filtered(self, member, keeps, path):
        """A member as it shall be extracted; None if it shall not."""
        info = unfiltered = self.getmember(member) if isinstance(member, str) else member
        try:
            info = keeps(info, path)
        except (OSError, UnicodeEncodeError, FilterError) as error:
            self._tell_fatal(error)
        except ExtractError as error:
            self._tell_nonfatal(error)
        if info is None:
            self._dbg(2, "tarfile: Excluded %r" % unfiltered.name)
            return None
        if info.islnk():
            info = info.replace(deep=False)
            info._link_target = os.path.join(path, info.linkname)
        return info

    def _extract_one(self, info, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(info, os.path.join(path, info.name), set_attrs, numeric_owner)
        except (OSError, UnicodeEncodeError) as error:
            self._tell_fatal(error)
        except ExtractError as error:
            self._tell_nonfatal(error)

    def _tell_nonfatal(self, error):
        if self.errorlevel > 1:
            raise error
        self._dbg(1, "tarfile: %s" % error)

    def _tell_fatal(self, error):
        if self.errorlevel > 0:
            raise error
        if isinstance(error, OSError):
            where = "" if error.filename is None else " %r" % error.filename
            self._dbg(1, "tarfile: %s%s" % (error.strerror, where))
        else:
            self._dbg(1, "tarfile: %s %s" % (type(error).__name__, error))

    def extractfile(self, member):
        """A member as a file to be read; None for what has no data."""
        self._check("r")
        info = self.getmember(member) if isinstance(member, str) else member
        if info.isreg() or info.type not in SUPPORTED_TYPES:
            return self.fileobject(self, info)
        if info.islnk() or info.issym():
            if isinstance(self.fileobj, Stream):
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._find_link_target(info))
        return None

    # Going through the archive.

    def next(self):
        """The next member; None at the end."""
        self._check("ra")
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError("unexpected end of data")
        info = None
        while True:
            try:
                info = read_member(self)
            except EOFHeaderError:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as error:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError("empty file") from None
            except TruncatedHeaderError as error:
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            break
        if info is not None:
            if not self.stream:
                self.members.append(info)
        else:
            self._loaded = True
        return info

    def _find(self, name, before=None):
        members = self.getmembers()
        if before is not None:
            members = members[:members.index(before)] if before in members else members
        for info in reversed(members):
            if info.name == name or os.path.normpath(info.name) == os.path.normpath(name):
                return info
        return None

    def _find_link_target(self, tarinfo):
        """The member that a link leads to."""
        if tarinfo.issym():
            name = "/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname)))
            found = self._find(os.path.normpath(name))
        else:
            name = tarinfo.linkname
            # A hard link leads back; the member may be a filtered copy.
            original = next((info for info in self.getmembers() if info.offset == tarinfo.offset), None)
            found = self._find(name, before=original)
        if found is None:
            raise KeyError("linkname %r not found" % name)
        return found

    def _load(self):
        """Reads to the end."""
        if not self.stream:
            while self.next() is not None:
                pass
            self._loaded = True

    def _check(self, mode=None):
        if self.closed:
            raise OSError("%s is closed" % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError("bad operation for mode %r" % self.mode)

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        # The first one may have been read when the archive was opened.
        place = 0
        if self.firstmember is not None:
            first = self.next()
            place += 1
            yield first
        while True:
            if place < len(self.members):
                info = self.members[place]
            elif not self._loaded:
                info = self.next()
                if not info:
                    self._loaded = True
                    return
            else:
                return
            place += 1
            yield info

    def _dbg(self, level, msg):
        if level <= self.debug:
            print(msg, file=sys.stderr)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            # No end is written to an archive that is not whole.
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True


def _owner_names(uid, gid):
    """The names of a user and a group, where the system tells them."""
    try:
        import grp
        import pwd
    except ImportError:
        return "", ""
    names = []
    for find, number in (pwd.getpwuid, uid), (grp.getgrgid, gid):
        try:
            names.append(find(number)[0])
        except KeyError:
            names.append("")
    return tuple(names)
