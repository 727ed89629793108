"""Character sets, and how mail encodes what is written in them."""

import email.base64mime
import email.quoprimime
from email import errors
from email.encoders import encode_7or8bit

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = len("=??q??=")
DEFAULT_CHARSET = "us-ascii"
UNKNOWN8BIT = "unknown-8bit"

# The encodings of headers and of bodies, and the set that it is converted to.
CHARSETS = {
    **{f"iso-8859-{number}": (QP, QP, None) for number in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)},
    "windows-1252": (QP, QP, None),
    "viscii": (QP, QP, None),
    "us-ascii": (None, None, None),
    "big5": (BASE64, BASE64, None),
    "gb2312": (BASE64, BASE64, None),
    "euc-jp": (BASE64, None, "iso-2022-jp"),
    "shift_jis": (BASE64, None, "iso-2022-jp"),
    "iso-2022-jp": (BASE64, None, None),
    "koi8-r": (BASE64, BASE64, None),
    "utf-8": (SHORTEST, BASE64, "utf-8"),
}
ALIASES = {
    **{f"latin_{number}": f"iso-8859-{code}" for number, code in zip(range(1, 9), (1, 2, 3, 4, 9, 10, 13, 14))},
    **{f"latin-{number}": f"iso-8859-{code}" for number, code in zip(range(1, 9), (1, 2, 3, 4, 9, 10, 13, 14))},
    "latin_9": "iso-8859-15", "latin-9": "iso-8859-15", "latin_10": "iso-8859-16", "latin-10": "iso-8859-16",
    "cp949": "ks_c_5601-1987", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "ascii": "us-ascii",
}
CODEC_MAP = {"gb2312": "eucgb2312_cn", "big5": "big5_tw", "us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Tells how a character set is encoded."""
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = (header_enc, body_enc, output_charset)


def add_alias(alias, canonical):
    """Another name of a character set."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """The codec of a character set."""
    CODEC_MAP[charset] = codecname


def _encode(string, codec):
    """The bytes of a text; letters that stand for unknown bytes become these."""
    return string.encode("ascii", "surrogateescape") if codec == UNKNOWN8BIT else string.encode(codec)


class Charset:
    """A character set: its names, and the encodings that go with it."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode("ascii")
            else:
                input_charset = str(input_charset, "ascii")
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        header, body, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        self.header_encoding = header
        self.body_encoding = body
        self.output_charset = ALIASES.get(output or self.input_charset, output or self.input_charset)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of the encoding of bodies, or the function that finds it."""
        if self.body_encoding == QP:
            return "quoted-printable"
        if self.body_encoding == BASE64:
            return "base64"
        return encode_7or8bit

    def get_output_charset(self):
        """The set that is written."""
        return self.output_charset or self.input_charset

    def _header_module(self, data):
        if self.header_encoding == BASE64:
            return email.base64mime
        if self.header_encoding == QP:
            return email.quoprimime
        if self.header_encoding == SHORTEST:
            if email.base64mime.header_length(data) < email.quoprimime.header_length(data):
                return email.base64mime
            return email.quoprimime
        return None

    def header_encode(self, string):
        """A text as an encoded word."""
        codec = self.output_codec or "us-ascii"
        data = _encode(string, codec)
        module = self._header_module(data)
        return string if module is None else module.header_encode(data, codec)

    def header_encode_lines(self, string, maxlengths):
        """A text as encoded words that fit into lines of these lengths."""
        codec = self.output_codec or "us-ascii"
        module = self._header_module(_encode(string, codec))
        charset = self.get_output_charset()
        extra = len(charset) + RFC2047_CHROME_LEN
        lines, current = [], []
        room = next(maxlengths) - extra
        for letter in string:
            current.append(letter)
            length = module.header_length(_encode("".join(current), charset))
            if length > room:
                current.pop()
                if not lines and not current:
                    lines.append(None)  # nothing fits behind the header's name
                else:
                    lines.append(module.header_encode(_encode("".join(current), codec), codec))
                current = [letter]
                room = next(maxlengths) - extra
        lines.append(module.header_encode(_encode("".join(current), codec), codec))
        return lines

    def body_encode(self, string):
        """A body, encoded."""
        if not string:
            return string
        if self.body_encoding is BASE64:
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return email.base64mime.body_encode(string)
        if self.body_encoding is QP:
            # Each letter stands for a byte there.
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return email.quoprimime.body_encode(string.decode("latin1"))
        if isinstance(string, str):
            string = string.encode(self.output_charset).decode("ascii")
        return string
