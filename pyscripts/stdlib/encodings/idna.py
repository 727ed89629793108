"""Names of hosts in all scripts, as RFC 3490 has them: what is not ASCII becomes Punycode behind "xn--"."""

import codecs
import re
import stringprep
from unicodedata import normalize

dots = re.compile("[\u002e\u3002\uff0e\uff61]")

ace_prefix = b"xn--"
sace_prefix = "xn--"


def nameprep(label):
    """The label as it is compared: mapped, normalised, and checked for what is forbidden."""
    mapped = "".join(
        stringprep.map_table_b2(character) for character in label if not stringprep.in_table_b1(character)
    )
    label = normalize("NFKC", mapped)
    forbidden = (
        stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4,
        stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8,
        stringprep.in_table_c9,
    )
    for place, character in enumerate(label):
        if any(table(character) for table in forbidden):
            raise UnicodeEncodeError("idna", label, place, place + 1, f"Invalid character {character!r}")
    if any(map(stringprep.in_table_d1, label)):
        for place, character in enumerate(label):
            if stringprep.in_table_d2(character):
                raise UnicodeEncodeError("idna", label, place, place + 1, "Violation of BIDI requirement 2")
        for place in 0, len(label) - 1:
            if not stringprep.in_table_d1(label[place]):
                raise UnicodeEncodeError("idna", label, place, place + 1, "Violation of BIDI requirement 3")
    return label


def _checked_length(label, shown, what):
    if not shown:
        raise UnicodeEncodeError("idna", label, 0, 1, what)
    if len(shown) >= 64:
        raise UnicodeEncodeError("idna", label, 0, len(label), "label too long")
    return shown


def ToASCII(label):
    """The bytes that stand for a label in a request."""
    try:
        return _checked_length(label, label.encode("ascii"), "label empty")
    except UnicodeEncodeError as error:
        if error.encoding == "idna":
            raise
    prepared = nameprep(label)
    try:
        return _checked_length(label, prepared.encode("ascii"), "label empty")
    except UnicodeEncodeError as error:
        if error.encoding == "idna":
            raise
    if prepared.lower().startswith(sace_prefix):
        raise UnicodeEncodeError("idna", prepared, 0, len(sace_prefix), "Label starts with ACE prefix")
    return _checked_length(label, ace_prefix + prepared.encode("punycode"), "label empty")


def ToUnicode(label):
    """The label that bytes or a text stand for."""
    if len(label) > 1024:
        shown = label.encode("utf-8", "backslashreplace") if isinstance(label, str) else bytes(label)
        raise UnicodeDecodeError("idna", shown, 0, len(label), "label way too long")
    if isinstance(label, str):
        try:
            label = label.encode("ascii")
        except UnicodeError:
            label = nameprep(label).encode("ascii")
    label = bytes(label)
    if not label.lower().startswith(ace_prefix):
        return label.decode("ascii")
    result = label[len(ace_prefix):].decode("punycode")
    back = ToASCII(result)
    if str(label, "ascii").lower() != str(back, "ascii"):
        raise UnicodeDecodeError("idna", label, 0, len(label), f"IDNA does not round-trip, '{label!r}' != '{back!r}'")
    return result


def _encoded(text, is_whole):
    """The bytes of labels between dots, and how much of the text that is; the last label may go on."""
    labels = dots.split(text)
    trailing = b""
    used = len(text)
    if not labels[-1]:
        trailing = b"."
        del labels[-1]
    elif not is_whole:
        used -= len(labels.pop())
        trailing = b"." if labels else b""
    pieces, at = [], 0
    for label in labels:
        try:
            pieces.append(ToASCII(label))
        except UnicodeEncodeError as error:
            raise UnicodeEncodeError("idna", text, at + error.start, at + error.end, error.reason) from None
        at += len(label) + 1
    return b".".join(pieces) + trailing if pieces or text else b"", used


def encode(text, errors="strict"):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling: {errors}")
    if not text:
        return b"", 0
    try:
        plain = text.encode("ascii")
    except UnicodeEncodeError:
        return _encoded(text, True)[0], len(text)
    labels = plain.split(b".")
    at = 0
    for place, label in enumerate(labels):
        if not label and place < len(labels) - 1:
            raise UnicodeEncodeError("idna", text, at, at + 1, "label empty")
        if len(label) >= 64:
            raise UnicodeEncodeError("idna", text, at, at + len(label), "label too long")
        at += len(label) + 1
    return plain, len(text)


def _decoded(data):
    pieces, at = [], 0
    for label in data.split(b"."):
        try:
            pieces.append(ToUnicode(label))
        except UnicodeEncodeError as error:
            # A character of the result stands where the label begins.
            end = at + 1 if error.end - error.start == 1 else at + len(label)
            raise UnicodeDecodeError("idna", data, at, end, error.reason) from None
        except UnicodeDecodeError as error:
            shift = len(ace_prefix) if error.encoding == "punycode" else 0
            start, end = at + shift + error.start, at + shift + error.end
            raise UnicodeDecodeError("idna", data, start, end, error.reason) from None
        at += len(label) + 1
    return ".".join(pieces)


def decode(data, errors="strict"):
    if errors not in ("strict", "ignore", "replace"):
        raise UnicodeError(f"Unsupported error handling: {errors}")
    data = bytes(data)
    if not data:
        return "", 0
    if ace_prefix not in data.lower():
        try:
            return data.decode("ascii"), len(data)
        except UnicodeDecodeError:
            pass
    return _decoded(data), len(data)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        return _encoded(input, final) if input else (b"", 0)


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        end = len(input) if final else input.rfind(b".") + 1
        return (_decoded(input[:end]) if end else ""), end


_info = codecs._info("idna", encode, decode, IncrementalEncoder, IncrementalDecoder)
__import__("_codec_modules").fill(globals(), _info)
