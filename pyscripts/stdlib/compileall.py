"""All sources of folders compiled into files beside them."""

import filecmp
import importlib.util
import os
import py_compile
import sys
from functools import partial
from pathlib import Path

__all__ = ["compile_dir", "compile_file", "compile_path"]


def _files(folder, quiet=0, maxlevels=None):
    """The paths of a folder and of those below."""
    maxlevels = sys.getrecursionlimit() if maxlevels is None else maxlevels
    if quiet < 2 and isinstance(folder, os.PathLike):
        folder = os.fspath(folder)
    if not quiet:
        print("Listing {!r}...".format(folder))
    try:
        names = os.listdir(folder)
    except OSError:
        if quiet < 2:
            print("Can't list {!r}".format(folder))
        names = []
    for name in sorted(names):
        if name == "__pycache__":
            continue
        path = os.path.join(folder, name)
        if not os.path.isdir(path):
            yield path
        elif maxlevels > 0 and name not in (os.curdir, os.pardir) and not os.path.islink(path):
            yield from _files(path, quiet, maxlevels - 1)


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1,
                invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile all sources below a folder; whether all could be."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    if ddir is not None:
        stripdir, prependdir = dir, ddir
    if workers < 0:
        raise ValueError("workers must be greater or equal to 0")
    one = partial(compile_file, force=force, rx=rx, quiet=quiet, legacy=legacy, optimize=optimize,
                  invalidation_mode=invalidation_mode, stripdir=stripdir, prependdir=prependdir,
                  limit_sl_dest=limit_sl_dest, hardlink_dupes=hardlink_dupes)
    results = [one(path) for path in _files(dir, quiet=quiet, maxlevels=maxlevels)]
    return min([True, *map(bool, results)])


def _shown_name(fullname, stripdir, prependdir):
    """The name that tracebacks will show, or None for the file's own."""
    name = None
    if stripdir is not None:
        parts, strip = fullname.split(os.path.sep), os.fspath(stripdir).split(os.path.sep)
        if parts[:len(strip)] == strip:
            parts = parts[len(strip):]
        name = os.path.join(*parts)
    if prependdir is not None:
        name = os.path.join(prependdir, fullname if name is None else name)
    return name


def _is_current(fullname, cfile):
    try:
        head = b"".join(number.to_bytes(4, "little") for number in (
            0, int(os.stat(fullname).st_mtime) & 0xFFFFFFFF))
        with open(cfile, "rb") as stream:
            return stream.read(12) == importlib.util.MAGIC_NUMBER + head
    except OSError:
        return False


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None,
                 *, stripdir=None, prependdir=None, limit_sl_dest=None, hardlink_dupes=False):
    """Compile a source, if the file is one; whether it could be."""
    if ddir is not None and (stripdir is not None or prependdir is not None):
        raise ValueError("Destination dir (ddir) cannot be used in combination with stripdir or prependdir")
    fullname = os.fspath(fullname)
    name = os.path.basename(fullname)
    shown = os.path.join(ddir, name) if ddir is not None else _shown_name(fullname, stripdir, prependdir)
    levels = sorted({optimize} if isinstance(optimize, int) else set(optimize))
    if hardlink_dupes and len(levels) < 2:
        raise ValueError("Hardlinking of duplicated bytecode makes sense only for more than one optimization level")
    if rx is not None and rx.search(fullname):
        return True
    if limit_sl_dest is not None and os.path.islink(fullname):
        if Path(limit_sl_dest).resolve() not in Path(fullname).resolve().parents:
            return True
    if not os.path.isfile(fullname) or not name.endswith(".py"):
        return True
    targets = {level: _target(fullname, level, legacy) for level in levels}
    if not force and all(_is_current(fullname, cfile) for cfile in targets.values()):
        return True
    if not quiet:
        print("Compiling {!r}...".format(fullname))
    success, before = True, None
    for level, cfile in targets.items():
        try:
            success = py_compile.compile(fullname, cfile, shown, True, optimize=level,
                                         invalidation_mode=invalidation_mode) and success
            if before and hardlink_dupes and filecmp.cmp(cfile, before, shallow=False):
                os.unlink(cfile)
                os.link(before, cfile)
            before = cfile
        except py_compile.PyCompileError as error:
            success = False
            if quiet < 2:
                print("*** Error compiling {!r}...".format(fullname) if quiet else "*** ", end="\n" if quiet else "")
                encoding = sys.stdout.encoding or sys.getdefaultencoding()
                print(error.msg.encode(encoding, errors="backslashreplace").decode(encoding))
        except (SyntaxError, UnicodeError, OSError) as error:
            success = False
            if quiet < 2:
                print("*** Error compiling {!r}...".format(fullname) if quiet else "*** ", end="\n" if quiet else "")
                print(error.__class__.__name__ + ":", error)
    return bool(success)


def _target(fullname, level, legacy):
    if legacy:
        return fullname + "c"
    return importlib.util.cache_from_source(fullname, optimization=None if level < 0 else level or "")


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1, invalidation_mode=None):
    """Compile all sources along sys.path."""
    success = True
    for folder in sys.path:
        if (not folder or folder == os.curdir) and skip_curdir:
            if quiet < 2:
                print("Skipping current directory")
        else:
            success = success and compile_dir(folder, maxlevels, None, force, quiet=quiet, legacy=legacy,
                                              optimize=optimize, invalidation_mode=invalidation_mode)
    return success


def main():
    """The command line."""
    import argparse

    parser = argparse.ArgumentParser(description="Utilities to support installing Python libraries.")
    parser.add_argument("-l", action="store_const", const=0, default=None, dest="maxlevels",
                        help="don't recurse into subdirectories")
    parser.add_argument("-r", type=int, dest="recursion", help="control the maximum recursion level")
    parser.add_argument("-f", action="store_true", dest="force", help="force rebuild even if timestamps are up to date")
    parser.add_argument("-q", action="count", dest="quiet", default=0, help="output only error messages")
    parser.add_argument("-b", action="store_true", dest="legacy", help="use legacy (pre-PEP3147) compiled file locations")
    parser.add_argument("-d", metavar="DESTDIR", dest="ddir", default=None, help="directory to prepend to file paths")
    parser.add_argument("-x", metavar="REGEXP", dest="rx", default=None, help="skip files matching the expression")
    parser.add_argument("-o", action="append", type=int, dest="opt_levels", help="optimization levels")
    parser.add_argument("compile_dest", metavar="FILE|DIR", nargs="*", help="files and folders to compile")
    arguments = parser.parse_args()
    rx = None
    if arguments.rx:
        import re
        rx = re.compile(arguments.rx)
    levels = arguments.opt_levels or [-1]
    depth = arguments.recursion if arguments.recursion is not None else arguments.maxlevels
    success = True
    if not arguments.compile_dest:
        return compile_path(legacy=arguments.legacy, force=arguments.force, quiet=arguments.quiet)
    for target in arguments.compile_dest:
        if os.path.isfile(target):
            done = compile_file(target, arguments.ddir, arguments.force, rx, arguments.quiet, arguments.legacy,
                                optimize=levels)
        else:
            done = compile_dir(target, depth, arguments.ddir, arguments.force, rx, arguments.quiet, arguments.legacy,
                               optimize=levels)
        success = success and done
    return success


if __name__ == "__main__":
    sys.exit(int(not main()))
