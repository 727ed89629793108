"""Databases in files: texts by keys, both bytes. gilly has the plain kind, `dbm.dumb`."""

import os
import struct
from builtins import open as _open_file

__all__ = ["open", "whichdb", "error"]


class error(Exception):
    """Something is wrong with a database."""


error = (error, OSError)


def open(file, flag="r", mode=0o666):
    """Opens a database: "r" to read, "w" to write, "c" to make it if it is not there, "n" to make it anew."""
    import dbm.dumb
    found = whichdb(file) if "n" not in flag else None
    if found is None:
        if "c" not in flag and "n" not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    elif found == "":
        raise error[0]("db type could not be determined")
    elif found != "dbm.dumb":
        raise error[0](f"db type is {found}, but the module is not available")
    return dbm.dumb.open(file, flag, mode)


def whichdb(filename):
    """The module that wrote a database; '' where nobody knows, None where there is none."""
    filename = os.fsencode(filename)
    try:
        os.stat(filename + b".dat")
        if os.stat(filename + b".dir").st_size == 0:
            return "dbm.dumb"
        with _open_file(filename + b".dir", "rb") as file:
            if file.read(1) in (b"'", b'"'):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with _open_file(filename, "rb") as file:
            start = file.read(16)
    except OSError:
        return None
    if start == b"SQLite format 3\0":
        return "dbm.sqlite3"
    if len(start) < 4:
        return ""
    magic, = struct.unpack("=l", start[:4])
    return "dbm.gnu" if magic in (0x13579ACE, 0x13579ACD, 0x13579ACF) else ""
