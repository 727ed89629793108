"""Encodings that read and write step by step, mostly because what bytes mean depends on escapes before them.

A state is a bytes object. A scheme has a `name`, the state `start`, and three methods:
- `read(data, at, state)` gives text, where to go on, and the new state; it raises `Fault`;
- `write(character, state)` gives bytes and the new state, or None if there are no bytes for the character;
- `leave(state)` gives what must end the bytes of a text.
"""

import codecs

__native_in_cpython__ = True


class Fault(Exception):
    """So many bytes are none of the encoding's; None if more of them must come."""

    def __init__(self, width=None):
        self.width = width


def _decode(scheme, data, errors, state, final):
    """The text, how many bytes were taken, and the state after them."""
    pieces, at = [], 0
    while at < len(data):
        try:
            piece, at, state = scheme.read(data, at, state)
        except Fault as fault:
            if fault.width is None and not final:
                break
            wrong = _error(scheme, data, at, fault.width)
        else:
            pieces.append(piece)
            continue
        piece, at = codecs.lookup_error(errors)(wrong)
        at = at + len(data) if at < 0 else at
        pieces.append(piece)
    return "".join(pieces), at, state


def _error(scheme, data, at, width):
    if width is None:
        return UnicodeDecodeError(scheme.name, data, at, len(data), "incomplete multibyte sequence")
    return UnicodeDecodeError(scheme.name, data, at, at + width, "illegal multibyte sequence")


def _encode(scheme, text, errors, state):
    """The bytes, and the state after them."""
    pieces, at = [], 0
    while at < len(text):
        written = scheme.write(text[at], state)
        at += 1
        if written is None:
            wrong = UnicodeEncodeError(scheme.name, text, at - 1, at, "illegal multibyte sequence")
            replacement, at = codecs.lookup_error(errors)(wrong)
            at = at + len(text) if at < 0 else at
            if isinstance(replacement, str):
                replacement, state = _encode(scheme, replacement, "strict", state)
            written = replacement, state
        piece, state = written
        pieces.append(piece)
    return b"".join(pieces), state


def entry(scheme):
    """What codecs.lookup() finds."""
    def encode(input, errors="strict"):
        data, state = _encode(scheme, input, errors or "strict", scheme.start)
        return data + scheme.leave(state), len(input)

    def decode(input, errors="strict"):
        data = bytes(input)
        return _decode(scheme, data, errors or "strict", scheme.start, True)[0], len(data)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        state = scheme.start

        def encode(self, input, final=False):
            data, self.state = _encode(scheme, input, self.errors, self.state)
            if final:
                data += scheme.leave(self.state)
                self.reset()
            return data

        def reset(self):
            self.state = scheme.start

        def getstate(self):
            return int.from_bytes(self.state)

        def setstate(self, state):
            self.state = state.to_bytes(len(scheme.start))

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        state = scheme.start

        def _buffer_decode(self, input, errors, final):
            text, used, self.state = _decode(scheme, input, errors, self.state, final)
            return text, used

        def reset(self):
            super().reset()
            self.state = scheme.start

        def getstate(self):
            return self.buffer, int.from_bytes(self.state)

        def setstate(self, state):
            super().setstate(state)
            self.state = state[1].to_bytes(len(scheme.start))

    info = codecs._info(scheme.name, encode, decode, IncrementalEncoder, IncrementalDecoder)
    codecs._with_state(info.streamreader, info.streamwriter, IncrementalEncoder, IncrementalDecoder)
    return info
