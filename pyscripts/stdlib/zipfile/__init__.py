"""Archives in the ZIP format.

`_format` has the records of the format, `_info` what an archive tells of a member, `_member` reads and writes the data of
one, `_archive` is the archive, `_path` walks it as a tree of folders.
"""

from zipfile._archive import PyZipFile, ZipFile, is_zipfile
from zipfile._format import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZIP64_LIMIT, BadZipFile, LargeZipFile
from zipfile._info import ZipInfo
from zipfile._member import ZipExtFile
from zipfile._path import CompleteDirs, Path

__all__ = [
    "BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo",
    "ZipFile", "PyZipFile", "LargeZipFile", "Path",
]

error = BadZipfile = BadZipFile

# Where a class is written is nobody's concern outside.
for _class in BadZipFile, LargeZipFile, ZipInfo, ZipExtFile, ZipFile, PyZipFile:
    _class.__module__ = __name__


def main(args=None):
    """The command line."""
    from zipfile.__main__ import main as run
    run(args)
