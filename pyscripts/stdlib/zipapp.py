"""Programs in one file: an archive of a folder that has a `__main__.py`, and `python -m zipapp`."""

import argparse
import contextlib
import os
import pathlib
import shutil
import stat
import sys
import zipfile

__all__ = ["ZipAppError", "create_archive", "get_interpreter"]

_MAIN = """\
# -*- coding: utf-8 -*-
import {module}
{module}.{function}()
"""


class ZipAppError(ValueError):
    """What is given is no program."""


@contextlib.contextmanager
def _opened(archive, mode):
    """A file by its name; an open one is left open."""
    if isinstance(archive, (str, os.PathLike)):
        with open(archive, mode) as file:
            yield file
    else:
        yield archive


def _write_interpreter(file, interpreter):
    if interpreter:
        file.write(b"#!" + interpreter.encode(sys.getfilesystemencoding()) + b"\n")


def _copy_archive(archive, new_archive, interpreter=None):
    """Copy an archive, with another interpreter or none."""
    with _opened(archive, "rb") as source:
        start = source.read(2)
        if start == b"#!":
            source.readline()
            start = b""
        with _opened(new_archive, "wb") as target:
            _write_interpreter(target, interpreter)
            target.write(start)
            shutil.copyfileobj(source, target)
    if interpreter and isinstance(new_archive, str):
        os.chmod(new_archive, os.stat(new_archive).st_mode | stat.S_IEXEC)


def create_archive(source, target=None, interpreter=None, main=None, filter=None, compressed=False):
    """Make an archive of a folder, or copy one with another interpreter.

    `main` is a function, "package.module:name", where the folder has no `__main__.py`; `filter(path)` says which files
    go in.
    """
    if hasattr(source, "read") and hasattr(source, "readline"):
        is_file = True
    else:
        source = pathlib.Path(source)
        is_file = source.is_file()
    if is_file:
        _copy_archive(source, target, interpreter)
        return
    if not source.exists():
        raise ZipAppError("Source does not exist")
    has_main = (source / "__main__.py").is_file()
    if main and has_main:
        raise ZipAppError("Cannot specify entry point if the source has __main__.py")
    if not (main or has_main):
        raise ZipAppError("Archive has no entry point")
    text = None
    if main:
        module, colon, function = main.partition(":")
        names = [*module.split("."), *function.split(".")]
        if not colon or not all(name.isidentifier() for name in names):
            raise ZipAppError(f"Invalid entry point: {main}")
        text = _MAIN.format(module=module, function=function)
    if target is None:
        target = source.with_suffix(".pyz")
    elif not hasattr(target, "write"):
        target = pathlib.Path(target)
    # The list is made before the archive is, which may lie in the folder itself.
    paths = sorted(source.rglob("*"))
    compression = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with _opened(target, "wb") as file:
        _write_interpreter(file, interpreter)
        with zipfile.ZipFile(file, "w", compression=compression) as archive:
            for path in paths:
                relative = path.relative_to(source)
                if filter is None or filter(relative):
                    archive.write(path, relative.as_posix())
            if text:
                archive.writestr("__main__.py", text.encode("utf-8"))
    if interpreter and not hasattr(target, "write"):
        target.chmod(target.stat().st_mode | stat.S_IEXEC)


def get_interpreter(archive):
    """The interpreter that an archive names at its start; None if it names none."""
    with _opened(archive, "rb") as file:
        if file.read(2) == b"#!":
            return file.readline().strip().decode(sys.getfilesystemencoding())
    return None


def main(args=None):
    """The command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", "-o", default=None,
                        help="The name of the output archive. Required if SOURCE is an archive.")
    parser.add_argument("--python", "-p", default=None, help="The name of the Python interpreter to use.")
    parser.add_argument("--main", "-m", default=None, help="The main function of the application.")
    parser.add_argument("--compress", "-c", action="store_true", help="Compress the files.")
    parser.add_argument("--info", default=False, action="store_true", help="Show the interpreter of the archive.")
    parser.add_argument("source", help="Source directory (or existing archive).")
    options = parser.parse_args(args)
    if options.info:
        if not os.path.isfile(options.source):
            raise SystemExit("Can only get info for an archive file")
        print(f"Interpreter: {get_interpreter(options.source) or '<none>'}")
        sys.exit(0)
    if os.path.isfile(options.source):
        target = options.output
        if target is None or os.path.exists(target) and os.path.samefile(options.source, target):
            raise SystemExit("In-place editing of archives is not supported")
        if options.main:
            raise SystemExit("Cannot change the main function when copying")
    create_archive(options.source, options.output, interpreter=options.python, main=options.main,
                   compressed=options.compress)


if __name__ == "__main__":
    main()
