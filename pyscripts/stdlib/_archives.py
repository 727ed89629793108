"""Archives for shutil: which kinds there are, making one of a folder, unpacking one."""

import errno
import os
import shutil
import stat
import sys

__all__ = ["make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format",
           "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "unpack_archive"]


def _compressions():
    """The endings of compressed tar files, by the compression's name."""
    found = {"": ""}
    for name, module in ("gzip", "zlib"), ("bzip2", "bz2"), ("xz", "lzma"):
        try:
            __import__(module)
        except ImportError:
            continue
        found[name] = {"gzip": ".gz", "bzip2": ".bz2", "xz": ".xz"}[name]
    return found


def _owner_numbers(owner, group):
    """The numbers and names to write into a tar file; None for what stays."""
    import grp
    import pwd

    def number(name, look_up):
        if name is None:
            return None
        try:
            return look_up(name)[2]
        except KeyError:
            return None
    return number(owner, pwd.getpwnam), number(group, grp.getgrnam)


def _make_tarball(base_name, base_dir, compress="gzip", verbose=0, dry_run=0, owner=None, group=None, logger=None,
                  root_dir=None):
    """Make a tar file, compressed or not; its name."""
    known = _compressions()
    if (compress or "") not in known:
        raise ValueError(f"bad value for 'compress', or compression format not supported : {compress}")
    import tarfile

    name = base_name + ".tar" + known[compress or ""]
    _make_folder_of(name, dry_run, logger)
    if logger is not None:
        logger.info("Creating tar archive")
    user, users = _owner_numbers(owner, group)

    def owned(info):
        if user is not None:
            info.uid, info.uname = user, owner
        if users is not None:
            info.gid, info.gname = users, group
        return info

    if not dry_run:
        mode = "w:" + {"gzip": "gz", "bzip2": "bz2", "xz": "xz"}.get(compress, "")
        source = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
        with tarfile.open(name, mode) as archive:
            archive.add(source, base_dir, filter=owned)
    return _absolute(name, root_dir)


def _make_folder_of(name, dry_run, logger):
    folder = os.path.dirname(name)
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info("creating %s", folder)
        if not dry_run:
            os.makedirs(folder)


def _absolute(name, root_dir):
    return os.path.abspath(name) if root_dir is not None else name


def _make_zipfile(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    """Make a zip file; its name."""
    import zipfile

    name = base_name + ".zip"
    _make_folder_of(name, dry_run, logger)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if not dry_run:
        with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED) as archive:
            for path, shown in _members(base_dir, root_dir):
                archive.write(path, shown)
                if logger is not None:
                    logger.info("adding '%s'", path)
    return _absolute(name, root_dir)


def _members(base_dir, root_dir):
    """The folders and files of an archive with the names that they get in it."""
    start = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))
    shown_start = os.path.normpath(base_dir)
    if shown_start != os.curdir:
        yield start, shown_start
    for above, folders, files in os.walk(start):
        shown = above if root_dir is None else os.path.relpath(above, root_dir)
        for name in sorted(folders):
            yield os.path.join(above, name), os.path.normpath(os.path.join(shown, name))
        for name in files:
            path = os.path.join(above, name)
            if os.path.isfile(path):
                yield path, os.path.normpath(os.path.join(shown, name))


_FORMATS = {"tar": (_make_tarball, [("compress", None)], "uncompressed tar file")}
if "gzip" in _compressions():
    _FORMATS["gztar"] = (_make_tarball, [("compress", "gzip")], "gzip'ed tar-file")
    _FORMATS["zip"] = (_make_zipfile, [], "ZIP file")
if "bzip2" in _compressions():
    _FORMATS["bztar"] = (_make_tarball, [("compress", "bzip2")], "bzip2'ed tar-file")
if "xz" in _compressions():
    _FORMATS["xztar"] = (_make_tarball, [("compress", "xz")], "xz'ed tar-file")
_make_tarball.supports_root_dir = True
_make_zipfile.supports_root_dir = True


def get_archive_formats():
    """Names and descriptions of the archives that can be made."""
    return sorted((name, row[2]) for name, row in _FORMATS.items())


def register_archive_format(name, function, extra_args=None, description=""):
    """Add a kind of archive that can be made."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError("The %s object is not callable" % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError("extra_args needs to be a sequence")
    for element in extra_args:
        if not isinstance(element, (tuple, list)) or len(element) != 2:
            raise TypeError("extra_args elements are : (arg_name, value)")
    _FORMATS[name] = (function, extra_args, description)


def unregister_archive_format(name):
    del _FORMATS[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):
    """Make an archive of a folder; its name."""
    sys.audit("shutil.make_archive", base_name, format, root_dir, base_dir)
    try:
        function, extra, _ = _FORMATS[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    keywords = {"dry_run": dry_run, "logger": logger, "owner": owner, "group": group, **dict(extra)}
    base_dir = os.curdir if base_dir is None else base_dir
    base_name = os.fspath(base_name)
    if root_dir is None:
        return function(base_name, base_dir, **keywords)
    if getattr(function, "supports_root_dir", False):
        if not stat.S_ISDIR(os.stat(root_dir).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), root_dir)
        return function(base_name, base_dir, root_dir=os.fspath(root_dir), **keywords)
    here = os.getcwd()
    base_name = os.path.abspath(base_name)
    if not dry_run:
        os.chdir(root_dir)
    try:
        return function(base_name, base_dir, **keywords)
    finally:
        os.chdir(here)


def _unpack_zip(filename, extract_dir):
    """Unpack a zip file; names that would lead out of the folder are left out."""
    import zipfile

    if not zipfile.is_zipfile(filename):
        raise shutil.ReadError("%s is not a zip file" % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            name = info.filename
            if name.startswith("/") or ".." in name:
                continue
            target = os.path.join(extract_dir, *name.split("/"))
            if not target:
                continue
            os.makedirs(os.path.dirname(target) or os.curdir, exist_ok=True)
            if not name.endswith("/"):
                with archive.open(name, "r") as source, open(target, "wb") as file:
                    shutil.copyfileobj(source, file)


def _unpack_tar(filename, extract_dir, *, filter=None):
    """Unpack a tar file."""
    import tarfile

    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise shutil.ReadError("%s is not a compressed or uncompressed tar file" % filename) from None
    with archive:
        archive.extractall(extract_dir, filter=filter)


_UNPACKED = {"tar": ([".tar"], _unpack_tar, [], "uncompressed tar file"),
             "zip": ([".zip"], _unpack_zip, [], "ZIP file")}
if "gzip" in _compressions():
    _UNPACKED["gztar"] = ([".tar.gz", ".tgz"], _unpack_tar, [], "gzip'ed tar-file")
if "bzip2" in _compressions():
    _UNPACKED["bztar"] = ([".tar.bz2", ".tbz2"], _unpack_tar, [], "bzip2'ed tar-file")
if "xz" in _compressions():
    _UNPACKED["xztar"] = ([".tar.xz", ".txz"], _unpack_tar, [], "xz'ed tar-file")


def get_unpack_formats():
    """Names, endings and descriptions of the archives that can be unpacked."""
    return sorted((name, row[0], row[3]) for name, row in _UNPACKED.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Add a kind of archive that can be unpacked."""
    taken = {extension: kind for kind, row in _UNPACKED.items() for extension in row[0]}
    for extension in extensions:
        if extension in taken:
            raise shutil.RegistryError(f'{extension} is already registered for "{taken[extension]}"')
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _UNPACKED[name] = (extensions, function, [] if extra_args is None else extra_args, description)


def unregister_unpack_format(name):
    del _UNPACKED[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive into a folder; its kind is told by its ending unless `format` names it."""
    sys.audit("shutil.unpack_archive", filename, extract_dir, format)
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    keywords = {} if filter is None else {"filter": filter}
    if format is None:
        endings = ((kind, ending) for kind, row in _UNPACKED.items() for ending in row[0])
        format = next((kind for kind, ending in endings if filename.endswith(ending)), None)
        if format is None:
            raise shutil.ReadError("Unknown archive format '{0}'".format(filename))
        row = _UNPACKED[format]
    elif format in _UNPACKED:
        row = _UNPACKED[format]
    else:
        raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    row[1](filename, extract_dir, **dict(row[2]), **keywords)
