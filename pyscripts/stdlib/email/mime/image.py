"""Parts that are pictures."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ["MIMEImage"]

# What the data of a picture begins with.
_STARTS = (
    (b"\xff\xd8\xff", "jpeg"), (b"\211PNG\r\n\032\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"MM\0*", "tiff"),
    (b"II*\0", "tiff"), (b"\001\332", "rgb"), (b"P1", "pbm"), (b"P4", "pbm"), (b"P2", "pgm"), (b"P5", "pgm"), (b"P3", "ppm"),
    (b"P6", "ppm"), (b"\x59\xA6\x6A\x95", "rast"), (b"#define ", "xbm"), (b"BM", "bmp"),
)


def _kind(data):
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[6:10] in (b"JFIF", b"Exif"):
        return "jpeg"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return None


class MIMEImage(MIMENonMultipart):
    """A picture."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _kind(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError("Could not guess image MIME subtype")
        MIMENonMultipart.__init__(self, "image", _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
