"""What the bits of a file's mode mean."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG = 0o040000, 0o020000, 0o060000, 0o100000
S_IFIFO, S_IFLNK, S_IFSOCK = 0o010000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID, S_ISGID, S_ISVTX, S_ENFMT = 0o4000, 0o2000, 0o1000, 0o2000
S_IREAD, S_IWRITE, S_IEXEC = 0o400, 0o200, 0o100
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001

# Flags of BSD's files and attributes of Windows' files: other systems' results are asked for them too.
UF_SETTABLE, UF_NODUMP, UF_IMMUTABLE, UF_APPEND, UF_OPAQUE, UF_NOUNLINK = 0xFFFF, 0x1, 0x2, 0x4, 0x8, 0x10
UF_COMPRESSED, UF_TRACKED, UF_DATAVAULT, UF_HIDDEN = 0x20, 0x40, 0x80, 0x8000
SF_SETTABLE, SF_ARCHIVED, SF_IMMUTABLE, SF_APPEND = 0xFFFF0000, 0x10000, 0x20000, 0x40000
SF_RESTRICTED, SF_NOUNLINK, SF_SNAPSHOT, SF_FIRMLINK = 0x80000, 0x100000, 0x200000, 0x800000
SF_DATALESS = 0x40000000
FILE_ATTRIBUTE_READONLY, FILE_ATTRIBUTE_HIDDEN, FILE_ATTRIBUTE_SYSTEM = 0x1, 0x2, 0x4
FILE_ATTRIBUTE_DIRECTORY, FILE_ATTRIBUTE_ARCHIVE, FILE_ATTRIBUTE_DEVICE = 0x10, 0x20, 0x40
FILE_ATTRIBUTE_NORMAL, FILE_ATTRIBUTE_TEMPORARY, FILE_ATTRIBUTE_SPARSE_FILE = 0x80, 0x100, 0x200
FILE_ATTRIBUTE_REPARSE_POINT, FILE_ATTRIBUTE_COMPRESSED, FILE_ATTRIBUTE_OFFLINE = 0x400, 0x800, 0x1000
FILE_ATTRIBUTE_NOT_CONTENT_INDEXED, FILE_ATTRIBUTE_ENCRYPTED = 0x2000, 0x4000
FILE_ATTRIBUTE_INTEGRITY_STREAM, FILE_ATTRIBUTE_VIRTUAL, FILE_ATTRIBUTE_NO_SCRUB_DATA = 0x8000, 0x10000, 0x20000

_KINDS = {S_IFLNK: "l", S_IFSOCK: "s", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p"}


def S_IMODE(object, /):
    """The bits that chmod() can set."""
    return object & 0o7777


def S_IFMT(object, /):
    """The bits that say what kind of file it is."""
    return object & 0o170000


def S_ISDIR(object, /):
    """Whether it is a directory."""
    return S_IFMT(object) == S_IFDIR


def S_ISCHR(object, /):
    """Whether it is a character device."""
    return S_IFMT(object) == S_IFCHR


def S_ISBLK(object, /):
    """Whether it is a block device."""
    return S_IFMT(object) == S_IFBLK


def S_ISREG(object, /):
    """Whether it is a regular file."""
    return S_IFMT(object) == S_IFREG


def S_ISFIFO(object, /):
    """Whether it is a named pipe."""
    return S_IFMT(object) == S_IFIFO


def S_ISLNK(object, /):
    """Whether it is a symbolic link."""
    return S_IFMT(object) == S_IFLNK


def S_ISSOCK(object, /):
    """Whether it is a socket."""
    return S_IFMT(object) == S_IFSOCK


def S_ISDOOR(object, /):
    """Whether it is a door: Linux has none."""
    return False


S_ISPORT = S_ISWHT = S_ISDOOR


def filemode(object, /):
    """The mode as `ls -l` shows it, such as '-rwxr-xr-x'."""
    text = [_KINDS.get(S_IFMT(object), "?")]
    for shift, special, letter in ((6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t")):
        bits = object >> shift
        text.append("r" if bits & 4 else "-")
        text.append("w" if bits & 2 else "-")
        if object & special:
            text.append(letter if bits & 1 else letter.upper())
        else:
            text.append("x" if bits & 1 else "-")
    return "".join(text)


from _natives import natives as _natives

_natives(globals(), "S_IFMT", "S_IMODE", "S_ISBLK", "S_ISCHR", "S_ISDIR", "S_ISDOOR", "S_ISFIFO", "S_ISLNK",
         "S_ISREG", "S_ISSOCK", "filemode", module="_stat")
