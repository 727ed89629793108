"""Which kind of contents a file's name promises."""

import os
import posixpath
import urllib.parse

__all__ = [
    "knownfiles", "inited", "MimeTypes", "guess_type", "guess_file_type", "guess_all_extensions", "guess_extension",
    "add_type", "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types",
]

knownfiles = [
    "/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types",
    "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types",
    "/usr/local/etc/mime.types",
]

inited = False
_db = None

_SUFFIXES = {
    ".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz",
}
_ENCODINGS = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}

# The types by their names; the first extension of a type is the usual one.
_TYPES = """
application/json .json
application/manifest+json .webmanifest
application/msword .doc .dot .wiz
application/n-quads .nq
application/n-triples .nt
application/octet-stream .bin .a .dll .exe .o .obj .so
application/oda .oda
application/pdf .pdf
application/pkcs7-mime .p7c
application/postscript .ps .ai .eps
application/trig .trig
application/vnd.apple.mpegurl .m3u .m3u8
application/vnd.ms-excel .xls .xlb
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm
application/x-bcpio .bcpio
application/x-cpio .cpio
application/x-csh .csh
application/x-dvi .dvi
application/x-gtar .gtar
application/x-hdf .hdf
application/x-hdf5 .h5
application/x-latex .latex
application/x-mif .mif
application/x-netcdf .cdf .nc
application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram
application/x-python-code .pyc .pyo
application/x-sh .sh
application/x-shar .shar
application/x-shockwave-flash .swf
application/x-sv4cpio .sv4cpio
application/x-sv4crc .sv4crc
application/x-tar .tar
application/x-tcl .tcl
application/x-tex .tex
application/x-texinfo .texi .texinfo
application/x-troff .roff .t .tr
application/x-troff-man .man
application/x-troff-me .me
application/x-troff-ms .ms
application/x-ustar .ustar
application/x-wais-source .src
application/xml .xsl .rdf .wsdl .xpdl
application/zip .zip
audio/3gpp .3gp .3gpp
audio/3gpp2 .3g2 .3gpp2
audio/aac .aac .adts .loas .ass
audio/basic .au .snd
audio/mpeg .mp3 .mp2
audio/opus .opus
audio/x-aiff .aif .aifc .aiff
audio/x-pn-realaudio .ra
audio/x-wav .wav
image/avif .avif
image/bmp .bmp
image/gif .gif
image/heic .heic
image/heif .heif
image/ief .ief
image/jpeg .jpg .jpe .jpeg
image/png .png
image/svg+xml .svg
image/tiff .tiff .tif
image/vnd.microsoft.icon .ico
image/webp .webp
image/x-cmu-raster .ras
image/x-portable-anymap .pnm
image/x-portable-bitmap .pbm
image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm
image/x-rgb .rgb
image/x-xbitmap .xbm
image/x-xpixmap .xpm
image/x-xwindowdump .xwd
message/rfc822 .eml .mht .mhtml .nws
text/css .css
text/csv .csv
text/html .html .htm
text/javascript .js .mjs
text/markdown .md .markdown
text/n3 .n3
text/plain .txt .bat .c .h .ksh .pl .srt
text/richtext .rtx
text/rtf .rtf
text/tab-separated-values .tsv
text/vtt .vtt
text/x-python .py
text/x-rst .rst
text/x-setext .etx
text/x-sgml .sgm .sgml
text/x-vcard .vcf
text/xml .xml
video/mp4 .mp4
video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/quicktime .mov .qt
video/webm .webm
video/x-msvideo .avi
video/x-sgi-movie .movie
"""
_COMMON = {
    ".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg", ".pict": "image/pict",
    ".pct": "image/pict", ".pic": "image/pict", ".xul": "text/xul",
}


def _usual_types():
    types = {}
    for line in _TYPES.split("\n"):
        name, *extensions = line.split() or ("",)
        for extension in extensions:
            types.setdefault(extension, name)
    return types


types_map = _usual_types()
suffix_map = dict(_SUFFIXES)
encodings_map = dict(_ENCODINGS)
common_types = dict(_COMMON)


class MimeTypes:
    """A table of types: those that are registered (strict) and others that are in use."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = dict(encodings_map)
        self.suffix_map = dict(suffix_map)
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for extension, type in types_map.items():
            self.add_type(type, extension, True)
        for extension, type in common_types.items():
            self.add_type(type, extension, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Tells that files with this extension are of this type."""
        if not type:
            return
        self.types_map[strict][ext] = type
        extensions = self.types_map_inv[strict].setdefault(type, [])
        if ext not in extensions:
            extensions.append(ext)

    def guess_type(self, url, strict=True):
        """The type and the encoding that a URL or a path promises."""
        url = os.fspath(url)
        parts = urllib.parse.urlparse(url)
        if parts.scheme and len(parts.scheme) > 1:
            scheme, url = parts.scheme, parts.path
        else:
            return self.guess_file_type(url, strict=strict)
        if scheme == "data":
            comma = url.find(",")
            if comma < 0:
                return None, None
            semicolon = url.find(";", 0, comma)
            type = url[:semicolon] if semicolon >= 0 else url[:comma]
            return ("text/plain" if "=" in type or "/" not in type else type), None
        return self._guess(url, strict, posixpath.splitext)

    def guess_file_type(self, path, *, strict=True):
        """The type and the encoding that a path promises."""
        return self._guess(os.path.splitdrive(os.fsdecode(path))[1], strict, os.path.splitext)

    def _guess(self, path, strict, splitext):
        base, extension = splitext(path)
        while (longer := extension.lower()) in self.suffix_map:
            base, extension = splitext(base + self.suffix_map[longer])
        encoding = None
        if extension in self.encodings_map:
            encoding = self.encodings_map[extension]
            base, extension = splitext(base)
        extension = extension.lower()
        for known in self.types_map[True], () if strict else self.types_map[False]:
            if extension in known:
                return known[extension], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        """All extensions that files of a type have."""
        type = type.lower()
        extensions = list(self.types_map_inv[True].get(type, ()))
        if not strict:
            extensions += (other for other in self.types_map_inv[False].get(type, ()) if other not in extensions)
        return extensions

    def guess_extension(self, type, strict=True):
        """The usual extension of files of a type."""
        extensions = self.guess_all_extensions(type, strict)
        return extensions[0] if extensions else None

    def read(self, filename, strict=True):
        """Reads a file in the format of Apache's mime.types."""
        with open(filename, encoding="utf-8") as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        """The same of an open file."""
        for line in fp:
            words = line.partition("#")[0].split()
            for extension in words[1:]:
                self.add_type(words[0], "." + extension, strict)


def guess_type(url, strict=True):
    """The type and the encoding that a URL or a path promises."""
    return _table().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    """The type and the encoding that a path promises."""
    return _table().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    """All extensions that files of a type have."""
    return _table().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """The usual extension of files of a type."""
    return _table().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Tells that files with this extension are of this type."""
    return _table().add_type(type, ext, strict)


def _table():
    if _db is None:
        init()
    return _db


def init(files=None):
    """Reads the tables that the system has, or the files that are named."""
    global suffix_map, types_map, encodings_map, common_types, inited, _db
    inited = True
    table = MimeTypes()
    if files is None:
        files = [name for name in knownfiles if os.path.isfile(name)]
    else:
        files = [name for name in files if os.path.isfile(name)]
    for name in files:
        table.read(name)
    encodings_map = table.encodings_map
    suffix_map = table.suffix_map
    types_map = table.types_map[True]
    common_types = table.types_map[False]
    _db = table


def read_mime_types(file):
    """The types of a file in the format of Apache's mime.types, by extension."""
    try:
        fp = open(file, encoding="utf-8")
    except OSError:
        return None
    with fp:
        table = MimeTypes()
        table.readfp(fp, True)
        return table.types_map[True]
