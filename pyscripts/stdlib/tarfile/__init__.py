"""Archives in the tar format.

`_info` is what an archive tells of a member and how a header is written, `_read` reads headers, `_filters` keeps extraction
within its folder, `_stream` is an archive that cannot seek, `_extract` makes files of members, `_archive` is the archive.
Sparse files are not supported: they are read as they are stored.
"""

from tarfile._archive import ExFileObject, TarFile, is_tarfile
from tarfile._filters import (
    AbsoluteLinkError, AbsolutePathError, FilterError, LinkOutsideDestinationError, OutsideDestinationError,
    SpecialFileError, data_filter, fully_trusted_filter, tar_filter,
)
from tarfile._info import (
    AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, CONTTYPE, DEFAULT_FORMAT, DIRTYPE, ENCODING, FIFOTYPE, GNU_FORMAT,
    GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, GNUTYPE_SPARSE, LNKTYPE, PAX_FORMAT, RECORDSIZE, REGTYPE, SYMTYPE, USTAR_FORMAT,
    XGLTYPE, XHDTYPE, CompressionError, ExtractError, HeaderError, ReadError, StreamError, TarError, TarInfo,
)

__all__ = [
    "TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError",
    "HeaderError", "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open",
    "fully_trusted_filter", "data_filter", "tar_filter", "FilterError", "AbsoluteLinkError", "OutsideDestinationError",
    "SpecialFileError", "AbsolutePathError", "LinkOutsideDestinationError",
]

open = TarFile.open

# Where a class is written is nobody's concern outside.
for _class in (
    TarFile, TarInfo, ExFileObject, TarError, ReadError, CompressionError, StreamError, ExtractError, HeaderError,
    FilterError, AbsoluteLinkError, OutsideDestinationError, SpecialFileError, AbsolutePathError,
    LinkOutsideDestinationError,
):
    _class.__module__ = __name__
