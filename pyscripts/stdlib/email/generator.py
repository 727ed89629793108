"""Writing messages."""

import random
import re
import time
from copy import deepcopy
from io import BytesIO, StringIO

from email.errors import HeaderWriteError
from email.utils import _has_surrogates

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_FROM = re.compile(r"^From ", re.MULTILINE)


class Generator:
    """Writes messages as text."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp = outfp
        self._mangle_from_ = mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message with all its parts."""
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)
        self._NL = policy.linesep
        saved = self.policy, msg.policy
        try:
            self.policy = msg.policy = policy
            if unixfrom:
                self.write((msg.get_unixfrom() or "From nobody " + time.ctime(time.time())) + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = saved

    def clone(self, fp):
        """A writer of the same kind to another file."""
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    # What is text here is bytes in a subclass.

    def _new_buffer(self):
        return StringIO()

    def _encode(self, s):
        return s

    def _write_lines(self, text):
        """Writes lines with the line ends of the policy."""
        if text:
            self.write(self._NL.join(_LINE_END.split(text)))

    def _write(self, msg):
        # The body first, since it may change the headers: a boundary, an encoding.
        saved, self._fp = self._fp, self._new_buffer()
        self._munged = None
        try:
            self._dispatch(msg)
        finally:
            body, self._fp = self._fp, saved
            munged, self._munged = self._munged, None
        if munged:
            msg = deepcopy(msg)
            encoding, content_type = munged
            if msg.get("content-transfer-encoding") is None:
                msg["Content-Transfer-Encoding"] = encoding
            else:
                msg.replace_header("content-transfer-encoding", encoding)
            msg.replace_header("content-type", content_type)
        own = getattr(msg, "_write_headers", None)
        if own is None:
            self._write_headers(msg)
        else:
            own(self)
        self._fp.write(body.getvalue())

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        for name in f"{main}_{sub}", main:
            method = getattr(self, "_handle_" + name.replace("-", "_"), None)
            if method is not None:
                return method(msg)
        self._handle_text(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold(name, value)
            if self.policy.verify_generated_headers:
                linesep = self.policy.linesep
                if not folded.endswith(linesep):
                    raise HeaderWriteError(f"folded header does not end with {linesep!r}: {folded!r}")
                if re.search(r"\n(?![ \t])", folded.removesuffix(linesep)):
                    raise HeaderWriteError(f"folded header contains newline: {folded!r}")
            self.write(folded)
        self.write(self._NL)

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError(f"string payload expected: {type(payload)}")
        if _has_surrogates(msg._payload):
            charset = msg.get_param("charset")
            if charset is not None:
                # The bytes are encoded, so that text can hold them.
                msg = deepcopy(msg)
                del msg["content-transfer-encoding"]
                msg.set_payload(msg._payload, charset)
                payload = msg.get_payload()
                self._munged = (msg["content-transfer-encoding"], msg["content-type"])
        if self._mangle_from_:
            payload = _FROM.sub(">From ", payload)
        self._write_lines(payload)

    def _handle_multipart(self, msg):
        texts = []
        parts = msg.get_payload()
        if parts is None:
            parts = []
        elif isinstance(parts, str):
            self.write(msg._payload)
            return
        elif not isinstance(parts, list):
            parts = [parts]
        for part in parts:
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            texts.append(buffer.getvalue())
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._encode(self._NL).join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._write_lines(_FROM.sub(">From ", msg.preamble) if self._mangle_from_ else msg.preamble)
            self.write(self._NL)
        self.write("--" + boundary + self._NL)
        if texts:
            self._fp.write(texts.pop(0))
        for text in texts:
            self.write(self._NL + "--" + boundary + self._NL)
            self._fp.write(text)
        self.write(self._NL + "--" + boundary + "--" + self._NL)
        if msg.epilogue is not None:
            self._write_lines(_FROM.sub(">From ", msg.epilogue) if self._mangle_from_ else msg.epilogue)

    def _handle_multipart_signed(self, msg):
        # What is signed must stay as it is.
        saved = self.policy
        self.policy = saved.clone(max_line_length=0)
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = saved

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            text = buffer.getvalue()
            end = self._encode(self._NL)
            # Each block ends with one empty line.
            while text.endswith(end + end):
                text = text[:-len(end)]
            blocks.append(text)
        self._fp.write(self._encode(self._NL).join(blocks))

    def _handle_message(self, msg):
        buffer = self._new_buffer()
        payload = msg._payload
        if isinstance(payload, list):
            self.clone(buffer).flatten(msg.get_payload(0), unixfrom=False, linesep=self._NL)
            self._fp.write(buffer.getvalue())
        else:
            self.write(payload)

    def _make_boundary(self, text):
        """A boundary that does not occur in the text."""
        boundary = "=" * 15 + f"{random.getrandbits(63):019d}" + "=="
        found, number = boundary, 0
        while self._encode("--" + found) in text:
            found = f"{boundary}.{number}"
            number += 1
        return found


class BytesGenerator(Generator):
    """Writes messages as bytes."""

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _new_buffer(self):
        return BytesIO()

    def _encode(self, s):
        return s.encode("ascii")

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self.policy.fold_binary(name, value))
        self.write(self._NL)

    def _handle_text(self, msg):
        if msg._payload is None:
            return
        if _has_surrogates(msg._payload) and self.policy.cte_type != "7bit":
            payload = _FROM.sub(">From ", msg._payload) if self._mangle_from_ else msg._payload
            self._write_lines(payload)
        else:
            super()._handle_text(msg)


class DecodedGenerator(Generator):
    """Writes the text of a message, and a line for each part that is no text."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]" if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            kind = part.get_content_maintype()
            if kind == "text":
                print(part.get_payload(decode=False), file=self._fp)
            elif kind != "multipart":
                about = {
                    "type": part.get_content_type(), "maintype": part.get_content_maintype(),
                    "subtype": part.get_content_subtype(), "filename": part.get_filename("[no filename]"),
                    "description": part.get("Content-Description", "[no description]"),
                    "encoding": part.get("Content-Transfer-Encoding", "[no encoding]"),
                }
                print(self._fmt % about, file=self._fp)
