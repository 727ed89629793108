"""A parser of HTML and XHTML that calls a method for each thing it meets, and puts up with broken text."""

import re

from html import unescape

__all__ = ["HTMLParser"]

# Programs that need another dialect put patterns of their own in the place of these, so each is looked up when it is
# used, under the name that they know.
tagfind_tolerant = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
attrfind_tolerant = re.compile(
    r"""((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*"""
)
# A whole start tag but for its end: a name, then attributes that may run into each other.
locatestarttagend_tolerant = re.compile(
    r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*"""
    r"""(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*"""
)
starttagopen = re.compile("<[a-zA-Z]")
endtagfind = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
endendtag = re.compile(">")
entityref = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
charref = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
incomplete = re.compile("&[a-zA-Z#]")
interesting_normal = re.compile("[&<]")
piclose = re.compile(">")
commentclose = re.compile(r"--\s*>")
_SECTION_END = re.compile(r"]\s*]\s*>")


class HTMLParser:
    """Feed it text; override its `handle_` methods."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forget what was fed and not yet treated."""
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.interesting = interesting_normal
        self.lineno, self.offset = 1, 0
        self.__starttag_text = None

    def feed(self, data):
        """Treat text as far as it consists of complete things."""
        self.rawdata += data
        self.goahead(0)

    def close(self):
        """Treat what is left, as at the end of a file."""
        self.goahead(1)

    def getpos(self):
        """The line and the column of what is treated now."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the start tag that was opened last."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        """Have everything up to the end tag of an element be text."""
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.IGNORECASE)

    def clear_cdata_mode(self):
        self.interesting = interesting_normal
        self.cdata_elem = None

    def updatepos(self, i, j):
        """Count the lines and columns of a part of the text."""
        if i >= j:
            return j
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - self.rawdata.rindex("\n", i, j) - 1
        else:
            self.offset += j - i
        return j

    # What a subclass overrides.

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_startendtag(self, tag, attrs):
        """A tag such as `<br/>`: a start tag and an end tag, unless overridden."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_data(self, data):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    # The scanner. A method `parse_` returns where it stopped, or -1 if the text ends too early.

    def goahead(self, end):
        """Treat what is there; at the end, what is not complete too."""
        text, length, at = self.rawdata, len(self.rawdata), 0
        while at < length:
            stop = self._end_of_text(at, end)
            if stop is None:
                break
            if at < stop:
                self._text(text[at:stop])
            at = self.updatepos(at, stop)
            if at == length:
                break
            after = self._markup(at) if text[at] == "<" else self._reference(at)
            if after is None:
                break  # text such as `<` or `&` that ends too early
            if after < 0:
                if not end:
                    break
                if text[at] == "<":
                    after = self._unfinished_tag(at)
                else:
                    after = length
                    self.handle_data(text[at:])
            broken = text.startswith("&#", at) and not charref.match(text, at)
            at = self.updatepos(at, after)
            if broken:
                break  # what follows is looked at with the text that is fed next
        if end and at < length:
            self._text(text[at:])
            at = self.updatepos(at, length)
        self.rawdata = text[at:]

    def _text(self, text):
        if self.convert_charrefs and not self.cdata_elem:
            text = unescape(text)
        self.handle_data(text)

    def _end_of_text(self, at, end):
        """Where the text that begins here ends; None to wait for more."""
        text = self.rawdata
        if self.convert_charrefs and not self.cdata_elem:
            stop = text.find("<", at)
            if stop >= 0:
                return stop
            # A reference may go on in what is fed next.
            ampersand = text.rfind("&", max(at, len(text) - 34))
            if ampersand >= 0 and not re.search(r"[\s;]", text[ampersand:]):
                return None
            return len(text)
        found = self.interesting.search(text, at)
        if found:
            return found.start()
        return None if self.cdata_elem else len(text)

    def _markup(self, at):
        text = self.rawdata
        if starttagopen.match(text, at):
            return self.parse_starttag(at)
        if text.startswith("</", at):
            return self.parse_endtag(at)
        if text.startswith("<!--", at):
            return self.parse_comment(at)
        if text.startswith("<?", at):
            return self.parse_pi(at)
        if text.startswith("<!", at):
            return self.parse_html_declaration(at)
        if at + 1 < len(text):
            self.handle_data("<")
            return at + 1
        return None

    def _unfinished_tag(self, at):
        """Treats a `<` whose tag has no end as text; up to the next `>` or `<`."""
        text = self.rawdata
        stop = text.find(">", at + 1)
        if stop < 0:
            stop = text.find("<", at + 1)
            if stop < 0:
                stop = at + 1
        else:
            stop += 1
        self._text(text[at:stop])
        return stop

    def _reference(self, at):
        text = self.rawdata
        if text.startswith("&#", at):
            found = charref.match(text, at)
            if found:
                self.handle_charref(found[0][2:-1])
                return found.end() - (found[0][-1] != ";")
            if ";" in text[at:]:
                self.handle_data(text[at:at + 2])
                return at + 2
            return None
        found = entityref.match(text, at)
        if found:
            self.handle_entityref(found[1])
            return found.end() - (found[0][-1] != ";")
        if incomplete.match(text, at):
            return -1 if re.fullmatch(r"&[a-zA-Z#][-.a-zA-Z0-9]*", text[at:]) else self._lone_ampersand(at)
        return self._lone_ampersand(at) if at + 1 < len(text) else None

    def _lone_ampersand(self, at):
        self.handle_data("&")
        return at + 1

    def parse_starttag(self, i):
        self.__starttag_text = None
        stop = self.check_for_whole_start_tag(i)
        if stop < 0:
            return stop
        text = self.rawdata
        self.__starttag_text = text[i:stop]
        name = tagfind_tolerant.match(text, i + 1)
        assert name, "unexpected call to parse_starttag()"
        self.lasttag = tag = name[1].lower()
        at, attributes = self._attributes(name.end(), stop)
        ending = text[at:stop].strip()
        if ending not in (">", "/>"):
            self.handle_data(text[i:stop])
        elif ending == "/>":
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return stop

    def _attributes(self, at, stop):
        text, attributes = self.rawdata, []
        while at < stop:
            found = attrfind_tolerant.match(text, at)
            if not found:
                break
            name, rest, value = found.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            if value:
                value = unescape(value)
            attributes.append((name.lower(), value))
            at = found.end()
        return at, attributes

    def check_for_whole_start_tag(self, i):
        """Where the start tag ends."""
        text = self.rawdata
        at = locatestarttagend_tolerant.match(text, i).end()
        following = text[at:at + 1]
        if following == ">":
            return at + 1
        if following == "/":
            if text.startswith("/>", at):
                return at + 2
            if text.startswith("/", at) and at + 1 == len(text):
                return -1
            return at if at > i else i + 1
        if following == "" or following.isalpha() or following in "=/":
            return -1
        return at if at > i else i + 1

    def parse_endtag(self, i):
        text = self.rawdata
        closing = endendtag.search(text, i + 1)
        if not closing:
            return -1
        stop = closing.end()
        found = endtagfind.match(text, i)
        if not found:
            if self.cdata_elem is not None:
                self.handle_data(text[i:stop])
                return stop
            name = tagfind_tolerant.match(text, i + 2)
            if not name:
                # `</>` is nothing, and whatever is no name is a comment.
                return i + 3 if text.startswith("</>", i) else self.parse_bogus_comment(i)
            stop = text.find(">", name.end())
            self.handle_endtag(name[1].lower())
            return stop + 1
        tag = found[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(text[i:stop])
            return stop
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return stop

    def parse_comment(self, i, report=1):
        found = commentclose.search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_bogus_comment(self, i, report=1):
        stop = self.rawdata.find(">", i + 2)
        if stop < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:stop])
        return stop + 1

    def parse_pi(self, i):
        closing = piclose.search(self.rawdata, i + 2)
        if not closing:
            return -1
        self.handle_pi(self.rawdata[i + 2:closing.start()])
        return closing.end()

    def parse_html_declaration(self, i):
        text = self.rawdata
        if text.startswith("<![", i):
            return self._marked_section(i)
        if text[i:i + 9].lower() == "<!doctype":
            stop = text.find(">", i + 9)
            if stop < 0:
                return -1
            self.handle_decl(text[i + 2:stop])
            return stop + 1
        return self.parse_bogus_comment(i)

    def _marked_section(self, i):
        text = self.rawdata
        name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*").match(text, i + 3)
        if not name:
            if i + 3 >= len(text):
                return -1
            raise AssertionError("expected name token at %r" % text[i:i + 20])
        if name.end() == len(text):
            return -1
        kind = name[0].strip().lower()
        if kind in {"temp", "cdata", "ignore", "include", "rcdata"}:
            found = _SECTION_END.search(text, i + 3)
        elif kind in {"if", "else", "endif"}:
            found = re.compile(r"]\s*>").search(text, i + 3)
        else:
            raise AssertionError("unknown status keyword %r in marked section" % text[i + 3:name.end()])
        if not found:
            return -1
        self.unknown_decl(text[i + 3:found.start()])
        return found.end()
