"""Sources compiled into files beside them."""

import builtins
import enum
import importlib.util
import os
import os.path
import sys
import traceback

__all__ = ["compile", "main", "PyCompileError", "PycInvalidationMode"]


class PyCompileError(Exception):
    """A source cannot be compiled."""

    def __init__(self, exc_type, exc_value, file, msg=""):
        name = exc_type.__name__
        if exc_type is SyntaxError:
            lines = "".join(traceback.format_exception_only(exc_type, exc_value))
            message = lines.replace('File "<string>"', 'File "%s"' % file)
        else:
            message = "Sorry: %s: %s" % (name, exc_value)
        super().__init__(msg or message, name, exc_value, file)
        self.exc_type_name, self.exc_value, self.file = name, exc_value, file
        self.msg = msg or message

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How it is told that a compiled file is of date."""

    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def _default_mode():
    return PycInvalidationMode.CHECKED_HASH if os.environ.get("SOURCE_DATE_EPOCH") else PycInvalidationMode.TIMESTAMP


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compile a source into a file; the file's name, or None if the source is wrong."""
    import marshal

    invalidation_mode = _default_mode() if invalidation_mode is None else invalidation_mode
    if cfile is None:
        cfile = importlib.util.cache_from_source(file, optimization=None if optimize < 0 else optimize or "")
    if os.path.islink(cfile):
        raise FileExistsError("{} is a symlink and will be changed into a regular file if import writes a "
                              "byte-compiled file to it".format(cfile))
    if os.path.exists(cfile) and not os.path.isfile(cfile):
        raise FileExistsError("{} is a non-regular file and will be changed into a regular one if import writes a "
                              "byte-compiled file to it".format(cfile))
    with open(file, "rb") as stream:
        source = stream.read()
    try:
        code = builtins.compile(source, dfile or file, "exec", dont_inherit=True, optimize=optimize)
    except Exception as error:
        wrong = PyCompileError(error.__class__, error, dfile or file)
        if quiet < 2:
            if doraise:
                raise wrong
            sys.stderr.write(wrong.msg + "\n")
        return None
    folder = os.path.dirname(cfile)
    if folder:
        os.makedirs(folder, exist_ok=True)
    if invalidation_mode == PycInvalidationMode.TIMESTAMP:
        status = os.stat(file)
        head = (0, int(status.st_mtime) & 0xFFFFFFFF, status.st_size & 0xFFFFFFFF)
        head = b"".join(number.to_bytes(4, "little") for number in head)
    else:
        checked = invalidation_mode == PycInvalidationMode.CHECKED_HASH
        head = (1 | checked << 1).to_bytes(4, "little") + importlib.util.source_hash(source)
    with open(cfile, "wb") as stream:
        stream.write(importlib.util.MAGIC_NUMBER + head + marshal.dumps(code))
    return cfile


def main():
    """The command line: names of files, or - for names on the standard input."""
    import argparse

    parser = argparse.ArgumentParser(description="A simple command-line interface for py_compile module.")
    parser.add_argument("-q", "--quiet", action="store_true", help="Suppress error output")
    parser.add_argument("filenames", nargs="+", help="Files to compile")
    arguments = parser.parse_args()
    names = arguments.filenames
    if names == ["-"]:
        names = [line.rstrip("\n") for line in sys.stdin]
    for name in names:
        try:
            compile(name, doraise=True)
        except PyCompileError as error:
            sys.exit(1 if arguments.quiet else error.msg)
        except OSError as error:
            sys.exit(1 if arguments.quiet else str(error))


if __name__ == "__main__":
    main()
