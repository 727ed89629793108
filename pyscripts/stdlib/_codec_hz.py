"""The encoding HZ: ASCII, and GB 2312 without its high bits between `~{` and `~}`."""

from _codec_stateful import Fault

__native_in_cpython__ = True

name = "hz"
start = b"\0"
_INSIDE = b"\1"


def read(data, at, state):
    byte = data[at]
    if byte == ord("~"):
        second = data[at + 1:at + 2]
        if not second:
            raise Fault
        if second == b"~" and state == start:
            return "~", at + 2, state
        if second == b"{" and state == start:
            return "", at + 2, _INSIDE
        if second == b"}" and state == _INSIDE:
            return "", at + 2, start
        if second == b"\n" and state == start:
            return "", at + 2, state
        raise Fault(1)
    if byte >= 0x80:
        raise Fault(1)
    if state == start:
        return chr(byte), at + 1, state
    pair = data[at:at + 2]
    if len(pair) < 2:
        raise Fault
    try:
        text = bytes(byte | 0x80 for byte in pair).decode("gb2312") if max(pair) < 0x80 else ""
    except UnicodeDecodeError:
        text = ""
    if len(text) != 1:
        raise Fault(1)
    return text, at + 2, state


def write(character, state):
    if character < "\x80":
        plain = character.encode("ascii")
        return leave(state) + (plain if plain != b"~" else b"~~"), start
    try:
        data = character.encode("gb2312")
    except UnicodeEncodeError:
        return None
    return (b"~{" if state == start else b"") + bytes(byte & 0x7F for byte in data), _INSIDE


def leave(state):
    return b"~}" if state == _INSIDE else b""
