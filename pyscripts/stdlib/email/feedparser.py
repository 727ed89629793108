"""Reading messages line by line, as they come."""

import re
from collections import deque
from io import StringIO

from email import errors
from email._policybase import compat32

__all__ = ["FeedParser", "BytesFeedParser"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADER = re.compile(r"(From |[\041-\071\073-\176]*:|[\t ])")

NeedMoreData = object()


class BufferedSubFile:
    """Lines of a text that is fed in pieces. Predicates on a stack say where an inner part ends."""

    def __init__(self):
        self._partial = StringIO(newline="")
        self._lines = deque()
        self._stops = []
        self._closed = False

    def push_eof_matcher(self, predicate):
        self._stops.append(predicate)

    def pop_eof_matcher(self):
        return self._stops.pop()

    def close(self):
        self._partial.seek(0)
        self.pushlines(self._partial.readlines())
        self._partial.seek(0)
        self._partial.truncate()
        self._closed = True

    def readline(self):
        """The next line; '' at an end, NeedMoreData where the line is not there yet."""
        if not self._lines:
            return "" if self._closed else NeedMoreData
        line = self._lines.popleft()
        for stops in reversed(self._stops):
            if stops(line):
                self._lines.appendleft(line)
                return ""
        return line

    def unreadline(self, line):
        self._lines.appendleft(line)

    def push(self, data):
        """More text."""
        self._partial.write(data)
        if "\n" not in data and "\r" not in data:
            return
        self._partial.seek(0)
        parts = self._partial.readlines()
        self._partial.seek(0)
        self._partial.truncate()
        # The last line may not be whole yet; a \r may be the first half of \r\n.
        if not parts[-1].endswith("\n"):
            self._partial.write(parts.pop())
        self.pushlines(parts)

    def pushlines(self, lines):
        self._lines.extend(lines)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line == "":
            raise StopIteration
        return line


class FeedParser:
    """Reads a message that is fed in pieces of text."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        self._old_style_factory = False
        if _factory is None:
            if policy.message_factory is None:
                from email.message import Message
                self._factory = Message
            else:
                self._factory = policy.message_factory
        else:
            self._factory = _factory
            try:
                _factory(policy=self.policy)
            except TypeError:
                self._old_style_factory = True
        self._input = BufferedSubFile()
        self._msgstack = []
        self._parse = self._parsegen().__next__
        self._cur = None
        self._last = None
        self._headersonly = False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        """More text."""
        self._input.push(data)
        self._call_parse()

    def _call_parse(self):
        try:
            self._parse()
        except StopIteration:
            pass

    def close(self):
        """The end of the text: the message."""
        self._input.close()
        self._call_parse()
        root = self._pop_message()
        assert not self._msgstack
        if root.get_content_maintype() == "multipart" and not root.is_multipart() and not self._headersonly:
            self.policy.handle_defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _new_message(self):
        message = self._factory() if self._old_style_factory else self._factory(policy=self.policy)
        if self._cur and self._cur.get_content_type() == "multipart/digest":
            message.set_default_type("message/rfc822")
        if self._msgstack:
            self._msgstack[-1].attach(message)
        self._msgstack.append(message)
        self._cur = self._last = message

    def _pop_message(self):
        message = self._msgstack.pop()
        self._cur = self._msgstack[-1] if self._msgstack else None
        return message

    def _defect(self, defect):
        self.policy.handle_defect(self._cur, defect)

    # Generators that yield NeedMoreData where they must wait.

    def _parsegen(self):
        """Reads a message with all that is in it."""
        self._new_message()
        headers = []
        for line in self._input:
            if line is NeedMoreData:
                yield NeedMoreData
                continue
            if not _HEADER.match(line):
                # An empty line ends the headers; another one is the first of the body.
                if not line.strip("\r\n") == "":
                    self._defect(errors.MissingHeaderBodySeparatorDefect())
                    self._input.unreadline(line)
                break
            headers.append(line)
        self._parse_headers(headers)
        if self._headersonly:
            lines = yield from self._rest()
            self._cur.set_payload("".join(lines))
            return
        kind = self._cur.get_content_type()
        if kind == "message/delivery-status":
            yield from self._delivery_status()
        elif self._cur.get_content_maintype() == "message":
            yield from self._parsegen()
            self._pop_message()
        elif self._cur.get_content_maintype() == "multipart":
            yield from self._multipart()
        else:
            lines = yield from self._rest()
            self._cur.set_payload("".join(lines))

    def _rest(self):
        """The lines up to the end."""
        lines = []
        for line in self._input:
            if line is NeedMoreData:
                yield NeedMoreData
            else:
                lines.append(line)
        return lines

    def _delivery_status(self):
        """Blocks of headers, each of which is a message of its own."""
        while True:
            self._input.push_eof_matcher(lambda line: not line.strip("\r\n"))
            yield from self._parsegen()
            self._pop_message()
            self._input.pop_eof_matcher()
            for _ in range(2):
                while (line := self._input.readline()) is NeedMoreData:
                    yield NeedMoreData
            if line == "":
                return
            self._input.unreadline(line)

    def _multipart(self):
        boundary = self._cur.get_boundary()
        if boundary is None:
            self._defect(errors.NoBoundaryInMultipartDefect())
            lines = yield from self._rest()
            self._cur.set_payload("".join(lines))
            return
        if str(self._cur.get("content-transfer-encoding", "8bit")).lower() not in ("7bit", "8bit", "binary"):
            self._defect(errors.InvalidMultipartContentTransferEncodingDefect())
        separator = "--" + boundary
        found = re.compile(
            "(?P<sep>" + re.escape(separator) + r")(?P<end>--)?(?P<ws>[ \t]*)(?P<linesep>\r\n|\r|\n)?$"
        ).match
        preamble, in_preamble, closed, newline = [], True, False, None
        while True:
            line = self._input.readline()
            if line is NeedMoreData:
                yield NeedMoreData
                continue
            if line == "":
                break
            match = found(line)
            if not match:
                preamble.append(line)
                continue
            if match["end"]:
                closed, newline = True, match["linesep"]
                break
            if in_preamble:
                if preamble:
                    preamble[-1] = _without_line_end(preamble[-1])
                    self._cur.preamble = "".join(preamble)
                in_preamble = False
                self._input.unreadline(line)
                continue
            yield from self._part(found)
        if in_preamble:
            self._defect(errors.StartBoundaryNotFoundDefect())
            self._cur.set_payload("".join(preamble))
            lines = yield from self._rest()
            self._cur.epilogue = "".join(lines)
            return
        if not closed:
            self._defect(errors.CloseBoundaryNotFoundDefect())
            return
        epilogue = [""] if newline else []
        epilogue += yield from self._rest()
        if epilogue:
            match = _LINE_END.match(epilogue[0])
            if match:
                epilogue[0] = epilogue[0][match.end():]
        self._cur.epilogue = "".join(epilogue)

    def _part(self, found):
        """Reads a part, up to the boundary."""
        # More boundaries may follow the first at once.
        while True:
            line = self._input.readline()
            if line is NeedMoreData:
                yield NeedMoreData
                continue
            if not found(line):
                self._input.unreadline(line)
                break
            if line == "":
                break
        self._input.push_eof_matcher(found)
        yield from self._parsegen()
        # The line end before a boundary belongs to the boundary.
        if self._last.get_content_maintype() == "multipart":
            epilogue = self._last.epilogue
            if epilogue == "":
                self._last.epilogue = None
            elif epilogue is not None:
                self._last.epilogue = _without_line_end(epilogue)
        else:
            payload = self._last._payload
            if isinstance(payload, str):
                self._last.set_payload(_without_line_end(payload))
        self._input.pop_eof_matcher()
        self._pop_message()
        self._last = self._cur

    def _parse_headers(self, lines):
        """Puts headers into the message."""
        header = []
        for number, line in enumerate(lines):
            if line[0] in " \t":
                if not header:
                    self._defect(errors.FirstHeaderLineIsContinuationDefect(line))
                    continue
                header.append(line)
                continue
            if header:
                self._cur.set_raw(*self.policy.header_source_parse(header))
                header = []
            if line.startswith("From "):
                if number == 0:
                    self._cur.set_unixfrom(_without_line_end(line))
                    continue
                if number == len(lines) - 1:
                    # It is the first line of the body, for want of an empty line.
                    self._input.unreadline(line)
                    return
                self._defect(errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            if line.startswith(":"):
                self._defect(errors.InvalidHeaderDefect("Missing header name."))
                continue
            header = [line]
        if header:
            self._cur.set_raw(*self.policy.header_source_parse(header))


def _without_line_end(text):
    for end in "\r\n", "\n", "\r":
        if text.endswith(end):
            return text[:-len(end)]
    return text


class BytesFeedParser(FeedParser):
    """Reads a message that is fed in pieces of bytes."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
