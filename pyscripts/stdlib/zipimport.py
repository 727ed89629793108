"""Modules out of archives: the loader for entries of sys.path that are ZIP files, or folders within one.

`_archives` keeps what is in each archive, so that all importers of one share its directory.
"""

import marshal
import os
import sys
import time
import zipfile
from importlib.machinery import ModuleSpec
from importlib.util import MAGIC_NUMBER, decode_source, module_from_spec, spec_from_loader

__all__ = ["ZipImportError", "zipimporter"]

_archives = {}
# Where a module may lie in a folder: its ending, whether that is compiled code, whether it makes a package.
_PLACES = (("/__init__.pyc", True, True), ("/__init__.py", False, True), (".pyc", True, False), (".py", False, False))


class ZipImportError(ImportError):
    """An archive that cannot be read, or does not have what is asked for."""


def _directory(archive):
    """The names in an archive, each with its entry; folders are there by the names they end with a slash."""
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = {info.filename: info for info in opened.infolist()}
    except OSError:
        raise ZipImportError(f"can't open Zip file: {archive!r}", path=archive) from None
    except (zipfile.BadZipFile, NotImplementedError):
        raise ZipImportError(f"not a Zip file: {archive!r}", path=archive) from None
    for name in list(entries):
        while "/" in name.rstrip("/"):
            name = name.rstrip("/").rpartition("/")[0] + "/"
            entries.setdefault(name, None)
    return entries


def _split(path):
    """The archive in a path, and the folder within it."""
    archive, inside = path, []
    while True:
        try:
            status = os.stat(archive)
        except (OSError, ValueError):
            archive, name = os.path.split(archive)
            if not name:
                break
            inside.append(name)
            continue
        if (status.st_mode & 0o170000) != 0o100000:
            break
        return archive, os.path.join(*inside[::-1], "") if inside else ""
    raise ZipImportError("not a Zip file", path=path)


class zipimporter:
    """Finds and loads the modules in an archive, or in a folder within one."""

    def __init__(self, path):
        path = os.fsdecode(path)
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        self.archive, self.prefix = _split(path)
        if self.archive not in _archives:
            _archives[self.archive] = _directory(self.archive)
        self._files = _archives[self.archive]

    def __repr__(self):
        folder = f"{self.archive}{os.sep}{self.prefix}" if self.prefix else self.archive
        return f'<zipimporter object "{folder}{os.sep if not self.prefix else ""}">'

    def _get_files(self):
        """What is in the archive, for those who list templates or data files in it."""
        return self._files

    def _place(self, fullname):
        """The file of a module in the archive, whether it is compiled, whether a package; None if there is none."""
        stem = self.prefix + fullname.rpartition(".")[2]
        for ending, compiled, package in _PLACES:
            if stem + ending in self._files:
                return stem + ending, compiled, package
        return None

    def _found(self, fullname):
        place = self._place(fullname)
        if place is None:
            raise ZipImportError(f"can't find module {fullname!r}", name=fullname)
        return place

    def _read(self, name):
        try:
            with zipfile.ZipFile(self.archive) as opened:
                return opened.read(self._files[name])
        except zipfile.BadZipFile as error:
            raise ZipImportError(str(error), path=self.archive) from None

    def find_spec(self, fullname, target=None):
        """The specification of a module, of a folder without one (a namespace), or None."""
        place = self._place(fullname)
        if place is not None:
            spec = spec_from_loader(fullname, self, origin=self.get_filename(fullname), is_package=place[2])
            spec.has_location = True
            if place[2]:
                spec.submodule_search_locations = [self._folder(fullname)]
            return spec
        if self.prefix + fullname.rpartition(".")[2] + "/" in self._files:
            spec = ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations.append(self._folder(fullname))
            return spec
        return None

    def _folder(self, fullname):
        return os.path.join(self.archive, self.prefix + fullname.rpartition(".")[2])

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        """Load a module and keep it in sys.modules, the old way."""
        import warnings

        message = ("zipimport.zipimporter.load_module() is deprecated and slated for removal in Python 3.12; "
                   "use exec_module() instead")
        warnings.warn(message, DeprecationWarning)
        self._found(fullname)
        module = sys.modules.get(fullname)
        is_new = module is None
        if is_new:
            module = sys.modules[fullname] = module_from_spec(self.find_spec(fullname))
        try:
            self.exec_module(module)
        except BaseException:
            if is_new:
                sys.modules.pop(fullname, None)
            raise
        return sys.modules[fullname]

    def get_filename(self, fullname):
        """The path of a module: the archive's, and the file's within it."""
        return os.path.join(self.archive, self._found(fullname)[0])

    def is_package(self, fullname):
        return self._found(fullname)[2]

    def get_code(self, fullname):
        """The code of a module; compiled code counts only if it is not older than its source."""
        name, compiled, _ = self._found(fullname)
        path = os.path.join(self.archive, name)
        if compiled:
            code = self._unmarshalled(name, fullname, path)
            if code is not None:
                return code
            name, path = name[:-1], path[:-1]
        return compile(self._read(name), path, "exec", dont_inherit=True)

    def _unmarshalled(self, name, fullname, path):
        data = self._read(name)
        source = self._files.get(name[:-1])
        fits = len(data) >= 16 and data[:4] == MAGIC_NUMBER
        if fits and source is not None and not data[4]:
            written = time.mktime((*source.date_time, -1, -1, -1))
            # The times in an archive are even.
            fits = abs(int.from_bytes(data[8:12], "little") - written) <= 1
        if fits:
            return marshal.loads(data[16:])
        if source is None:
            raise ZipImportError(f"bad magic number in {fullname!r}", name=fullname, path=path)
        return None

    def get_source(self, fullname):
        """The text of a module; None if only its compiled code is there."""
        name = self._found(fullname)[0].removesuffix("c")
        return decode_source(self._read(name)) if name in self._files else None

    def get_data(self, pathname):
        """The bytes of a file in the archive, by its path with or without the archive's."""
        name = pathname.removeprefix(self.archive + os.sep)
        if self._files.get(name) is None:
            raise OSError(0, "", name)
        return self._read(name)

    def get_resource_reader(self, fullname):
        """A reader of the files beside the modules of a package."""
        try:
            if not self.is_package(fullname):
                return None
        except ZipImportError:
            return None
        from importlib.readers import ZipReader
        return ZipReader(self, fullname)

    def invalidate_caches(self):
        """Read the archive's directory anew."""
        try:
            self._files = _archives[self.archive] = _directory(self.archive)
        except ZipImportError:
            _archives.pop(self.archive, None)
            self._files = {}


def find_in_archive(name, entry):
    """For the interpreter: a module's specification by an entry of sys.path; None if that is no archive."""
    importer = sys.path_importer_cache.get(entry, name)
    if importer is name:
        # What the importer imports when it is made is not in the archive.
        sys.path_importer_cache[entry] = None
        try:
            importer = zipimporter(entry)
        except ZipImportError:
            importer = None
        sys.path_importer_cache[entry] = importer
    return importer and importer.find_spec(name)
